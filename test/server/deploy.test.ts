import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
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

test('OPS-10 what the container, compose and systemd files name is there', () => {
  const dockerfile = read('deploy/Dockerfile');
  for (const [, path] of dockerfile.matchAll(/^COPY (?!--from)(\S+)/gm))
    expect(existsSync(path ?? ''), path).toBe(true);
  for (const [, script] of dockerfile.matchAll(/npm run (?:-s )?([\w:-]+)/g))
    expect(scripts[script ?? '']).toBeDefined();
  expect(dockerfile).toContain('CMD ["node", "dist/server/main.js"]');
  expect(read('scripts/build.ts')).toContain("outDir: 'dist/server'");
  expect(dockerfile).toMatch(/^USER (?!root)/m);
  const unit = read('deploy/throughline.service');
  expect(unit).toMatch(/^ExecStart=\/usr\/bin\/node dist\/server\/main\.js$/m);
  const compose = parse(read('deploy/compose.yaml')) as {
    services: Readonly<
      Record<
        string,
        { environment?: Readonly<Record<string, string>>; build?: { dockerfile: string; context: string } }
      >
    >;
  };
  expect(Object.keys(compose.services).sort()).toEqual(['postgres', 'throughline', 'valkey']);
  const { environment = {}, build } = compose.services['throughline'] ?? {};
  expect(build).toEqual({ context: '..', dockerfile: 'deploy/Dockerfile' });
  const names = new Set(settingsTable.map(({ name }) => name));
  for (const name of Object.keys(environment)) expect(names.has(name), name).toBe(true);
  for (const [, name] of `${unit}\n${dockerfile}`.matchAll(/\b(THROUGHLINE_[A-Z]+|HOST|PORT)=/g))
    expect(names.has(name ?? ''), name).toBe(true);
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
