import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listFiles } from './listFiles';

/** A rule of docs/spec: its id, such as `SYNC-3`, and the page that states it. */
export interface SpecRule {
  readonly id: string;
  readonly page: string;
}

/** Rules start a line or a heading with their id: `**SYNC-3** …`, `- **SYNC-3** …`, `### SYNC-3 …`. */
const rulePattern = /^(?:#+\s+|[-*]\s+)?(?:\*\*)?([A-Z][A-Z0-9]*-\d+)(?:\*\*|\b)/gm;

/** The rules one page states, in its order. */
export function rulesOfPage(page: string, text: string): readonly SpecRule[] {
  return [...text.matchAll(rulePattern)].map((match) => ({ id: match[1] ?? '', page }));
}

/** Whether a text quotes a rule's id as a word of its own (`SYNC-1` is not in `SYNC-12`). */
export function quotesRule(text: string, id: string): boolean {
  return new RegExp(String.raw`\b${id}\b`).test(text);
}

async function readAll(folder: string, name: RegExp): Promise<readonly (readonly [string, string])[]> {
  const files = (await listFiles(folder).catch(() => [])).filter((file) => name.test(file));
  return Promise.all(files.map(async (file) => [file, await readFile(join(folder, file), 'utf8')] as const));
}

/** Every rule of docs/spec. */
export async function readRules(): Promise<readonly SpecRule[]> {
  return (await readAll('docs/spec', /\.md$/)).flatMap(([page, text]) => rulesOfPage(page, text));
}

/** The rules that no test quotes. */
export async function rulesWithoutTest(rules: readonly SpecRule[]): Promise<readonly SpecRule[]> {
  const tests = (await readAll('test', /\.test\.tsx?$/)).map(([, text]) => text);
  return rules.filter(({ id }) => !tests.some((text) => quotesRule(text, id)));
}

async function main(): Promise<void> {
  const rules = await readRules();
  const missing = await rulesWithoutTest(rules);
  for (const { id, page } of missing) process.stdout.write(`${id}  ${basename(page)}\n`);
  process.stdout.write(`${rules.length} rules, ${missing.length} without a test\n`);
  if (missing.length > 0) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
