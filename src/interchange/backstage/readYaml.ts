import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Document } from 'yaml';
import { forbiddenKeys } from '../../model/defineRecord';
import { importLimits, refuse, type Refusal } from '../importResult';
import { parseYaml } from './parseYaml';

/** One document of a YAML file. */
export interface YamlDocument {
  readonly value: unknown;
  /** Line of its first word, from 1. */
  readonly line: number;
}

type ReadYaml =
  | { readonly ok: true; readonly documents: readonly YamlDocument[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** How often aliases may be expanded: enough for shared lists, too little for a bomb. */
const maxAliasCount = 100;

/** Marks of the template languages that produce catalogue files: such a file describes no system yet. */
const templateMark = /\$\{\{|\{%/;

/**
 * Reads all documents of a YAML text. Refuses, with the line, what is broken or out of bounds: nesting, aliases that
 * multiply or contain themselves, tags of one's own, keys that reach into JavaScript, the same key twice.
 */
export function readYaml(text: string, file: string): ReadYaml {
  if (text.length > importLimits.characters)
    return refuse('too-big', `${file} is larger than 20 MB.`, { file });
  const lines = new LineCounter();
  const documents: YamlDocument[] = [];
  for (const parsed of parseYaml(text, importLimits.depth, lines)) {
    if ('tooDeepAt' in parsed) {
      const { line } = lines.linePos(parsed.tooDeepAt);
      const message = `${file} is nested more than ${importLimits.depth} levels deep at line ${line}.`;
      return refuse('too-deep', message, { file, line });
    }
    const { document } = parsed;
    const problem = brokenYaml(document, text, file, lines) ?? new Checker(file, lines).check(document);
    if (problem) return { ok: false, refusal: problem };
    const start = document.contents?.range?.[0] ?? 0;
    const line = lines.linePos(start).line || 1;
    try {
      documents.push({ value: document.toJS({ maxAliasCount }), line });
    } catch {
      const message = `${file} repeats its parts out of bounds through aliases, in the document at line ${line}.`;
      return refuse('unsafe', message, { file, line });
    }
  }
  return { ok: true, documents };
}

/** The first thing the parser objects to, as a sentence. */
function brokenYaml(
  document: Document.Parsed,
  text: string,
  file: string,
  lines: LineCounter,
): Refusal | null {
  const error = document.errors[0] ?? document.warnings.find(({ code }) => code === 'TAG_RESOLVE_FAILED');
  if (!error) return null;
  const { line, col: column } = lines.linePos(error.pos[0]);
  const where = `line ${line}, column ${column}`;
  const at = { file, line };
  if (templateMark.test(text)) {
    const message = `${file} is a template with placeholders, not yet a catalogue file: ${where}.`;
    return refuse('syntax', message, at).refusal;
  }
  if (error.code === 'TAG_RESOLVE_FAILED')
    return refuse('unsafe', `${file} uses a tag of its own, which is not read: ${where}.`, at).refusal;
  if (error.code === 'TAB_AS_INDENT' || /\bTabs?\b/.test(error.message))
    return refuse('syntax', `${file} is indented with a tab, which YAML does not allow: ${where}.`, at)
      .refusal;
  const endsEarly = error.pos[0] >= text.trimEnd().length;
  const what = endsEarly ? 'ends too early' : 'is not valid YAML';
  return refuse('syntax', `${file} ${what}: ${where} (${error.message.split('\n')[0] ?? ''}).`, at).refusal;
}

/** Looks through a parsed document for what the library would let pass. */
class Checker {
  readonly #file: string;
  readonly #lines: LineCounter;
  /** Height of what an anchor stands for; null while it is still being read. */
  readonly #anchors = new Map<string, number | null>();
  #problem: Refusal | null = null;

  constructor(file: string, lines: LineCounter) {
    this.#file = file;
    this.#lines = lines;
  }

  check(document: Document.Parsed): Refusal | null {
    this.#height(document.contents, 0);
    return this.#problem;
  }

  /** How many levels a node holds; the parts of aliases count as if they were written out. */
  #height(node: unknown, depth: number): number {
    if (this.#problem) return 0;
    if (isAlias(node)) return this.#heightOfAlias(node, depth);
    const anchor = isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined;
    if (anchor !== undefined) this.#anchors.set(anchor, null);
    let height = 0;
    if (isMap(node)) {
      this.#checkKeys(node.items);
      for (const pair of node.items) height = Math.max(height, this.#height(pair.value, depth + 1) + 1);
    } else if (isSeq(node)) {
      for (const item of node.items) {
        const member: unknown = isPair(item) ? item.value : item;
        height = Math.max(height, this.#height(member, depth + 1) + 1);
      }
    }
    if (anchor !== undefined) this.#anchors.set(anchor, height);
    return height;
  }

  #heightOfAlias(alias: { source: string; range?: readonly number[] | null }, depth: number): number {
    const height = this.#anchors.get(alias.source);
    if (height === undefined)
      this.#refuse(alias, 'syntax', `refers to “${alias.source}”, which is not there`);
    else if (height === null)
      this.#refuse(alias, 'unsafe', `contains itself through the alias “${alias.source}”`);
    else if (depth + height > importLimits.depth)
      this.#refuse(
        alias,
        'too-deep',
        `is nested more than ${importLimits.depth} levels deep through aliases`,
      );
    return height ?? 0;
  }

  #checkKeys(pairs: readonly { readonly key: unknown }[]): void {
    const seen = new Set<unknown>();
    for (const { key } of pairs) {
      if (!isScalar(key)) {
        this.#refuse(key, 'syntax', 'uses something else than a word as a key');
        return;
      }
      if (forbiddenKeys.has(String(key.value)))
        this.#refuse(key, 'forbidden-key', `uses the forbidden key ${String(key.value)}`);
      else if (seen.has(key.value)) this.#refuse(key, 'syntax', `has the key “${String(key.value)}” twice`);
      seen.add(key.value);
    }
  }

  #refuse(node: unknown, reason: Refusal['reason'], what: string): void {
    const range = (node as { range?: readonly number[] | null } | null)?.range;
    const line = this.#lines.linePos(range?.[0] ?? 0).line || 1;
    this.#problem ??= refuse(reason, `${this.#file} ${what}, in line ${line}.`, {
      file: this.#file,
      line,
    }).refusal;
  }
}
