import { expect, test } from 'vitest';
import { quotesRule, readRules, rulesOfPage, rulesWithoutTest } from '../../scripts/specCoverage';

const rules = await readRules();

test('every rule of docs/spec is quoted by a test', async () => {
  const missing = (await rulesWithoutTest(rules)).map(({ id, page }) => `${id} (docs/spec/${page})`);
  expect(missing, 'rules without a test that quotes their id').toEqual([]);
});

test('no rule id is given twice', () => {
  const ids = rules.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('the reader of rules finds them at the start of lines, items and headings only', () => {
  const page =
    '# Sync\n**SYNC-1** One.\n- **SYNC-2** Two, see **SYNC-1**.\n### SYNC-3 Three\nSaid in UTF-8.\n';
  expect(rulesOfPage('sync.md', page).map(({ id }) => id)).toEqual(['SYNC-1', 'SYNC-2', 'SYNC-3']);
});

test('a longer id does not pass for a shorter one', () => {
  expect(quotesRule("test('SYNC-12 …')", 'SYNC-1')).toBe(false);
  expect(quotesRule("test('SYNC-1: …')", 'SYNC-1')).toBe(true);
});
