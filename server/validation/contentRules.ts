import * as Y from 'yjs';
import { forbiddenKeys } from '../../src/model/defineRecord';
import { maxStringLength } from '../../src/model/field';
import { rootNames } from '../../src/doc/wire';
import { updateLimits } from './updateLimits';

/**
 * What one piece of an update may hold: plain values and text in maps below the known roots. No arrays, no rich text,
 * no documents inside documents: this program never writes them. Returns what is wrong, or null.
 */
export function contentProblem(item: Y.Item): string | null {
  return placeProblem(item) ?? payloadProblem(item.content);
}

function placeProblem(item: Y.Item): string | null {
  const parent = item.parent as unknown;
  const key = item.parentSub;
  if (typeof parent === 'string') {
    if (!rootNames.has(parent)) return 'unknown name at the top of the document';
    if (key === null) return 'list content at the top of the document';
  }
  if (key === null) return null;
  if (key.length > maxStringLength) return 'key too long';
  return forbiddenKeys.has(key) ? 'forbidden key' : null;
}

function payloadProblem(content: Y.Item['content']): string | null {
  if (content instanceof Y.ContentAny) {
    for (const value of content.arr) {
      const problem = valueProblem(value, 0);
      if (problem) return problem;
    }
    return null;
  }
  if (content instanceof Y.ContentString)
    return content.str.length > updateLimits.textRun ? 'text too long' : null;
  if (content instanceof Y.ContentType) {
    const isMapOrText = content.type.constructor === Y.Map || content.type.constructor === Y.Text;
    return isMapOrText ? null : 'shared type that is neither map nor text';
  }
  return content instanceof Y.ContentDeleted ? null : 'kind of content that is not used here';
}

function valueProblem(value: unknown, depth: number): string | null {
  if (depth > updateLimits.valueDepth) return 'value nested too deep';
  if (typeof value === 'string') return value.length > maxStringLength ? 'string too long' : null;
  if (value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean')
    return null;
  if (Array.isArray(value)) return firstProblem(value, depth);
  if (typeof value !== 'object') return 'value of a kind that files cannot hold';
  // A key `__proto__` in the bytes becomes the prototype of what was decoded.
  if (Object.getPrototypeOf(value) !== Object.prototype) return 'value of a kind that files cannot hold';
  if (Object.keys(value).some((key) => forbiddenKeys.has(key) || key.length > maxStringLength))
    return 'forbidden key';
  return firstProblem(Object.values(value), depth);
}

function firstProblem(values: readonly unknown[], depth: number): string | null {
  for (const value of values) {
    const problem = valueProblem(value, depth + 1);
    if (problem) return problem;
  }
  return null;
}
