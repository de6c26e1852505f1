import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Document } from 'yaml';
import { forbiddenKeys } from '../../model/defineRecord';
import { importLimits, refuse, type Refusal } from '../importResult';
import type { YamlWords } from '../words/en/yamlWords';
import type { ImportWords } from '../words/importWords';
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
export function readYaml(text: string, file: string, words: ImportWords): ReadYaml {
  if (text.length > importLimits.characters)
    return refuse('too-big', words.files.tooLarge({ file }), { file });
  const lines = new LineCounter();
  const documents: YamlDocument[] = [];
  for (const parsed of parseYaml(text, importLimits.depth, lines)) {
    if ('tooDeepAt' in parsed) {
      const { line } = lines.linePos(parsed.tooDeepAt);
      const message = words.files.tooDeep({ file, limit: importLimits.depth, line });
      return refuse('too-deep', message, { file, line });
    }
    const { document } = parsed;
    const broken = brokenYaml(document, { text, file, lines, words: words.yaml });
    const problem = broken ?? new Checker(file, lines, words.yaml).check(document);
    if (problem) return { ok: false, refusal: problem };
    const start = document.contents?.range?.[0] ?? 0;
    const line = lines.linePos(start).line || 1;
    try {
      documents.push({ value: document.toJS({ maxAliasCount }), line });
    } catch {
      return refuse('unsafe', words.yaml.aliasBomb({ file, line }), { file, line });
    }
  }
  return { ok: true, documents };
}

interface Reading {
  readonly text: string;
  readonly file: string;
  readonly lines: LineCounter;
  readonly words: YamlWords;
}

/** The first thing the parser objects to, as a sentence. */
function brokenYaml(document: Document.Parsed, { text, file, lines, words }: Reading): Refusal | null {
  const error = document.errors[0] ?? document.warnings.find(({ code }) => code === 'TAG_RESOLVE_FAILED');
  if (!error) return null;
  const { line, col: column } = lines.linePos(error.pos[0]);
  const at = { file, line };
  const place = { file, line, column };
  if (templateMark.test(text)) return refuse('syntax', words.template(place), at).refusal;
  if (error.code === 'TAG_RESOLVE_FAILED') return refuse('unsafe', words.ownTag(place), at).refusal;
  if (error.code === 'TAB_AS_INDENT' || /\bTabs?\b/.test(error.message))
    return refuse('syntax', words.tab(place), at).refusal;
  const endsEarly = error.pos[0] >= text.trimEnd().length;
  const message = error.message.split('\n')[0] ?? '';
  return refuse('syntax', words.broken({ ...place, endsEarly, code: error.code, message }), at).refusal;
}

/** Looks through a parsed document for what the library would let pass. */
class Checker {
  readonly #file: string;
  readonly #lines: LineCounter;
  readonly #words: YamlWords;
  /** Height of what an anchor stands for; null while it is still being read. */
  readonly #anchors = new Map<string, number | null>();
  #problem: Refusal | null = null;

  constructor(file: string, lines: LineCounter, words: YamlWords) {
    this.#file = file;
    this.#lines = lines;
    this.#words = words;
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
    const name = alias.source;
    const limit = importLimits.depth;
    const height = this.#anchors.get(name);
    if (height === undefined)
      this.#refuse(alias, 'syntax', (at) => this.#words.unknownAlias({ ...at, alias: name }));
    else if (height === null)
      this.#refuse(alias, 'unsafe', (at) => this.#words.aliasInItself({ ...at, alias: name }));
    else if (depth + height > limit)
      this.#refuse(alias, 'too-deep', (at) => this.#words.tooDeepByAliases({ ...at, limit }));
    return height ?? 0;
  }

  #checkKeys(pairs: readonly { readonly key: unknown }[]): void {
    const seen = new Set<unknown>();
    for (const { key } of pairs) {
      if (!isScalar(key)) {
        this.#refuse(key, 'syntax', this.#words.keyIsNoWord);
        return;
      }
      const name = String(key.value);
      if (forbiddenKeys.has(name))
        this.#refuse(key, 'forbidden-key', (at) => this.#words.forbiddenKey({ ...at, key: name }));
      else if (seen.has(key.value))
        this.#refuse(key, 'syntax', (at) => this.#words.keyTwice({ ...at, key: name }));
      seen.add(key.value);
    }
  }

  #refuse(
    node: unknown,
    reason: Refusal['reason'],
    say: (at: { file: string; line: number }) => string,
  ): void {
    const range = (node as { range?: readonly number[] | null } | null)?.range;
    const at = { file: this.#file, line: this.#lines.linePos(range?.[0] ?? 0).line || 1 };
    this.#problem ??= refuse(reason, say(at), at).refusal;
  }
}
