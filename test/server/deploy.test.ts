import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseSettings } from '../../server/settings';
import { settingsTable } from '../../server/settingsTable';

const read = (path: string): string => readFileSync(path, 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };

test('OPS-9 the page of settings lists every setting as the server knows it, and every example is accepted', () => {
  const rows = settingsTable.map(
    ({ name, standard, example, meaning }) =>
      `| \`${name}\` | \`${standard}\` | \`${example}\` | ${meaning} |`,
  );
  const page = read('docs/operations/settings.md');
  expect(page.split('\n').filter((line) => line.startsWith('| `'))).toEqual(rows);
  const known = [...read('server/settings.ts').matchAll(/env\['([A-Z_]+)'\]/g)].map((match) => match[1]);
  expect(new Set(known)).toEqual(new Set(settingsTable.map(({ name }) => name)));
  const examples = Object.fromEntries(settingsTable.map(({ name, example }) => [name, example]));
  expect(parseSettings(examples)).toMatchObject({ ok: true });
  const standards = settingsTable.filter(({ standard }) => standard !== 'none');
  const stated = parseSettings(Object.fromEntries(standards.map(({ name, standard }) => [name, standard])));
  expect(stated).toEqual(parseSettings({}));
});

test('OPS-11 the pages for operators name commands, addresses and files that exist', () => {
  const page = read('docs/operations/README.md');
  for (const [, path] of page.matchAll(/\]\(([^)#:]+)\)/g))
    expect(existsSync(`docs/operations/${path}`), path).toBe(true);
  for (const [, script] of page.matchAll(/npm run (?:-s )?([\w-]+)/g))
    expect(scripts[script ?? ''], script).toBeDefined();
  const commands = [...page.matchAll(/throughline-server -- (\w+)/g)].map((match) => match[1]);
  expect(new Set(commands)).toEqual(new Set(['backup', 'restore', 'export', 'erase', 'purge']));
});
