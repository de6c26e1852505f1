import * as z from 'zod';
import { isRecordId } from './ids';

/** Longest comment, in UTF-16 code units. */
export const longestComment = 10_000;

const id = z.string().refine(isRecordId);
const text = z
  .string()
  .max(longestComment)
  .refine((value) => value.trim() !== '');

/**
 * What somebody who may comment but not edit can ask for. The server writes it for them, under its own name as the writer
 * and theirs as the author: the updates of a shared document cannot be filtered.
 */
const commentCommandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start'), subject: id, text }),
  z.strictObject({ kind: z.literal('add'), thread: id, text, mentions: z.array(id).max(50).optional() }),
  z.strictObject({ kind: z.literal('resolve'), thread: id, resolved: z.boolean() }),
]);
export type CommentCommand = z.infer<typeof commentCommandSchema>;

/**
 * - `forbidden`: may not comment
 * - `invalid`: empty, too long, or not a command
 * - `not-found`: what it is about is gone
 * - `slow-down`: too many at once
 * - `offline`: the server cannot be reached
 */
export type CommentRefusal = 'forbidden' | 'invalid' | 'not-found' | 'slow-down' | 'offline';
/** What came of it: the id of the thread or comment. */
export type CommentResult =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly reason: CommentRefusal };

const resultSchema = z.union([
  z.object({ ok: z.literal(true), id: z.string() }),
  z.object({
    ok: z.literal(false),
    reason: z.enum(['forbidden', 'invalid', 'not-found', 'slow-down', 'offline']),
  }),
]);

/** Reads a command that came from outside; null when it is none. */
export function parseCommentCommand(json: string): CommentCommand | null {
  return parse(commentCommandSchema, json);
}

/** Reads the server's answer; null when it is none. */
export function parseCommentResult(json: string): CommentResult | null {
  return parse(resultSchema, json);
}

function parse<T>(schema: z.ZodType<T>, json: string): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
