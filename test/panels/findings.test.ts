import { describe, expect, test } from 'vitest';
import { acceptanceOf } from '../../src/analysis/acceptedFindings';
import { analyse } from '../../src/analysis/analyse';
import type { Finding, FindingKind } from '../../src/analysis/finding';
import { findingKinds } from '../../src/analysis/findingGroups';
import { filterFindings } from '../../src/panels/findings/filterFindings';
import { createRows } from '../../src/panels/findings/findingRows';
import { groupOfKinds, kindsOfGroup } from '../../src/panels/findings/findingLooks';
import { everyFinding, type FindingsFilter } from '../../src/store/view';
import { everyKind } from '../analysis/everyKind';
import { mapOf } from '../analysis/mapOf';
import { buildMap } from '../support/mapBuilder';

/** A broken step between two functions, one late in the journey, and a system without an owner. */
const built = buildMap((m) => {
  m.party('Shop', 'marketing').party('Stores', 'operations');
  m.stage('Buy', 0, 1.5).stage('Get', 1.6, 3).stage('Nothing here', 8, 9);
  m.touchpoint('Browse', { at: 0, owner: 'Shop' }).uses('Website', 'writes');
  m.touchpoint('Pay', { at: 1, owner: 'Shop' }).uses('Website', 'writes').after('Browse');
  m.touchpoint('Collect', { at: 2, owner: 'Stores' }).uses('Tills').after('Pay');
  m.touchpoint('Unbox', { at: 3 }).uses('Tills').after('Collect');
});
const analysis = analyse(built.journey());

function filtered(filter: Partial<FindingsFilter>): readonly string[] {
  return filterFindings(analysis, { ...everyFinding, ...filter }).findings.map(({ id }) => id);
}

const of = (kind: FindingKind, ...names: readonly string[]): readonly string[] =>
  analysis.findings
    .filter((one) => one.kind === kind && names.every((name) => mentions(one, name)))
    .map(({ id }) => id);

function mentions({ records }: Finding, name: string): boolean {
  return records.some(({ id }) => id.includes(name));
}

describe('the filter', () => {
  test('lets everything through as it is, in the order of the analysis', () => {
    expect(analysis.findings.length).toBeGreaterThan(3);
    expect(filtered({})).toEqual(analysis.findings.map(({ id }) => id));
  });

  test('by kind; the numbers of the other kinds stay', () => {
    expect(filtered({ kinds: ['broken'] })).toEqual(of('broken'));
    expect(of('broken')).toHaveLength(1);
    const { countByKind } = filterFindings(analysis, { ...everyFinding, kinds: ['broken'] });
    expect(countByKind.get('no-owner')).toBe(of('no-owner').length);
  });

  test('by the function of who answers, by one party, by nobody', () => {
    const stores = built.id('Stores', 'parties');
    const operations = filtered({ answering: 'function:operations' });
    expect(operations).toContain(of('broken')[0]);
    expect(operations).toEqual(filtered({ answering: `party:${stores}` }));
    expect(filtered({ answering: 'function:legal' })).toEqual([]);
    const nobody = filtered({ answering: 'nobody' });
    expect(nobody).toEqual(expect.arrayContaining([...of('no-owner', 'Unbox'), ...of('no-owner', 'Tills')]));
    expect(nobody.filter((id) => operations.includes(id))).toEqual([]);
  });

  test('CON-21: by stage: steps into it, what names a touchpoint of it, and what such a touchpoint uses', () => {
    const inBuy = filtered({ stage: built.id('Buy') });
    expect(inBuy).not.toContain(of('broken')[0]);
    expect(filtered({ stage: built.id('Get') })).toContain(of('broken')[0]);
    expect(inBuy).toContain(of('no-owner', 'Website')[0]);
    expect(inBuy).not.toContain(of('no-owner', 'Unbox')[0]);
    expect(filtered({ stage: built.id('Get') })).toContain(of('no-owner', 'Unbox')[0]);
    expect(filtered({ stage: built.id('Nothing here') })).toEqual([]);
    expect(filtered({ stage: 'a stage that is gone' })).toEqual([]);
  });

  test('CON-21: by persona: steps and touchpoints of its path, and what is used there', () => {
    const journey = buildMap((m) => {
      m.persona('Ana').persona('Ben').party('Shop', 'marketing');
      m.touchpoint('Pay', { owner: 'Shop' }).uses('Website');
      m.touchpoint('Collect', { personas: [] })
        .uses('Tills')
        .after('Pay', { personas: ['Ana'] });
      m.touchpoint('Ship')
        .uses('Carrier')
        .after('Pay', { personas: ['Ben'] });
      m.touchpoint('Ship', { personas: [m.id('Ben')] });
    }).journey();
    const all = analyse(journey);
    const ids = (persona: string | null): readonly string[] =>
      filterFindings(all, { ...everyFinding, persona }).findings.map(({ id }) => id);
    expect(ids('personas:Ana')).toEqual(expect.arrayContaining(['no-owner:touchpoints:Collect']));
    expect(ids('personas:Ana').filter((id) => id.includes('Ship') || id.includes('Carrier'))).toEqual([]);
    expect(ids('personas:Ben')).toEqual(
      expect.arrayContaining(['no-owner:touchpoints:Ship', 'no-owner:systems:Carrier']),
    );
    expect(ids('a persona that is gone')).toEqual([]);
    expect(ids(null)).toHaveLength(all.open.length);
  });

  test('by words of names and of the kind, whatever their case and order', () => {
    expect(filtered({ query: ' owner UNBOX ' })).toEqual(of('no-owner', 'Unbox'));
    expect(filtered({ query: 'breaks till' })).toEqual(of('broken'));
    expect(filtered({ query: 'no such word' })).toEqual([]);
  });

  test('all at once', () => {
    const both = filtered({
      kinds: ['no-owner'],
      stage: built.id('Get'),
      answering: 'nobody',
      query: 'tills',
    });
    expect(both).toEqual(of('no-owner', 'Tills'));
  });
});

test('every kind is in one group, and a group is known by its kinds or some of them', () => {
  for (const kind of findingKinds) {
    const group = groupOfKinds([kind]);
    expect(group && kindsOfGroup(group)).toContain(kind);
  }
  expect(groupOfKinds(null)).toBeNull();
  expect(groupOfKinds(['broken', 'no-owner'])).toBeNull();
});

describe('the lines', () => {
  test('stay the same objects while they say the same', () => {
    const rowsOf = createRows();
    const before = rowsOf(analysis.findings, analysis);
    const again = analyse(built.journey());
    expect(rowsOf(again.findings, again)).toEqual(before);
    built.touchpoint('Unbox', { title: 'Open the parcel' });
    const changed = analyse(built.journey());
    const after = rowsOf(changed.findings, changed);
    const isNew = after.filter((row) => !before.includes(row));
    expect(isNew.length).toBeGreaterThan(0);
    expect(isNew.length).toBeLessThan(after.length);
    for (const { sentence } of isNew) expect(sentence).toContain('Open the parcel');
  });

  test('have words and, where there is one, a fix for every kind', () => {
    const all = analyse(mapOf(everyKind), undefined, { today: '2031-01-01' });
    const rows = createRows()(all.findings, all);
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(findingKinds));
    for (const { sentence } of rows) expect(sentence.trim()).not.toBe('');
  });
});

describe('accepted findings', () => {
  const known = of('broken')[0] ?? '';
  const finding = analysis.findings.find(({ id }) => id === known);
  if (!finding) throw new Error('nothing is broken');
  const until = '2026-03-31';
  const words = { reason: 'Until the new till', until, acceptedBy: 'Ada', createdAt: 5 };
  const acceptance = { ...acceptanceOf(finding, built.journey()), ...words };
  const accepting = buildMap((m) => {
    m.party('Shop', 'marketing').party('Stores', 'operations');
    m.touchpoint('Pay', { at: 1, owner: 'Shop' }).uses('Website', 'writes');
    m.touchpoint('Collect', { at: 2, owner: 'Stores' }).uses('Tills').after('Pay');
    m.record('acceptances', 'one', acceptance);
  });
  const on = (today: string) => analyse(accepting.journey(), undefined, { today });

  test('ACC-1: are listed by themselves and not among the open ones', () => {
    const now = on('2026-03-01');
    const listed = (state: FindingsFilter['state']): readonly string[] =>
      filterFindings(now, { ...everyFinding, state }).findings.map(({ id }) => id);
    expect(listed('accepted')).toEqual([known]);
    expect(listed('open')).toEqual(now.open.map(({ id }) => id));
    expect(listed('open')).not.toContain(known);
    const [row] = createRows()([finding], now);
    expect(row?.acceptance).toEqual({
      state: 'accepted',
      by: 'Ada',
      reason: 'Until the new till',
      until,
      at: 5,
    });
  });

  test('ACC-4: say who had accepted them once they are back', () => {
    const [row] = createRows()(
      on('2026-04-01').open.filter(({ id }) => id === known),
      on('2026-04-01'),
    );
    expect(row?.acceptance).toMatchObject({ state: 'date', by: 'Ada' });
  });
});
