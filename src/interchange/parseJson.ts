import { forbiddenKeys } from '../model/defineRecord';
import { importLimits, refuse, type Refusal } from './importResult';
import type { FileWords } from './words/en/fileWords';

type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly refusal: Refusal };

/** Line and column (from 1) of a character of a text. */
function placeOf(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index);
  const line = before.split('\n').length;
  return { line, column: index - before.lastIndexOf('\n') };
}

/** Parses JSON from outside: says where it breaks, and refuses what is too big, too deep, or reaches into JavaScript. */
export function parseJson(source: string, file: string, words: FileWords): Parsed {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  if (text.length > importLimits.characters) {
    return refuse('too-big', words.tooLarge({ file }), { file });
  }
  const deep = tooDeepAt(text);
  if (deep !== null) {
    const { line } = placeOf(text, deep);
    return refuse('too-deep', words.tooDeep({ file, limit: importLimits.depth, line }), { file, line });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return brokenJson(text, file, error, words);
  }
  const forbidden = forbiddenPath(value, '');
  if (forbidden !== null) {
    return refuse('forbidden-key', words.forbiddenKey({ file, key: forbidden }), {
      file,
      pointer: forbidden,
    });
  }
  return { ok: true, value };
}

/** How many characters V8 quotes on either side of the one it did not expect. */
const quotedBefore = 10;

/** Where parsing stopped: some messages give the position, others quote what stands around it. */
function placeOfError(text: string, message: string): number | null {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  const quoted = /^Unexpected token '(.+?)', (\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/su.exec(message);
  if (!quoted) return null;
  const [, token = '', isCut, around = ''] = quoted;
  const start = text.indexOf(around);
  return start < 0 ? null : start + (isCut ? quotedBefore : around.indexOf(token));
}

function brokenJson(text: string, file: string, error: unknown, words: FileWords): Parsed {
  const message = error instanceof Error ? error.message : '';
  const index = placeOfError(text, message) ?? text.length;
  const { line, column } = placeOf(text, index);
  const how = text.trim() === '' ? 'empty' : index >= text.trimEnd().length ? 'cut' : 'invalid';
  return refuse('syntax', words.brokenJson({ file, how, line, column }), { file, line });
}

/** Where nesting exceeds the limit, found without building anything; null when it does not. */
function tooDeepAt(text: string): number | null {
  let depth = 0;
  let isInText = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (isInText) {
      if (c === 0x5c) i++;
      else if (c === 0x22) isInText = false;
    } else if (c === 0x22) isInText = true;
    else if (c === 0x5b || c === 0x7b) {
      if (++depth > importLimits.depth) return i;
    } else if (c === 0x5d || c === 0x7d) depth--;
  }
  return null;
}

function forbiddenPath(value: unknown, path: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const found = forbiddenPath(item, `${path}[${index}]`);
      if (found !== null) return found;
    }
    return null;
  }
  for (const [key, member] of Object.entries(value)) {
    const here = path === '' ? key : `${path}.${key}`;
    if (forbiddenKeys.has(key)) return here;
    const found = forbiddenPath(member, here);
    if (found !== null) return found;
  }
  return null;
}
