import type { IncomingMessage, ServerResponse } from 'node:http';
import type * as z from 'zod';

/** Longest body the API reads, bytes. */
const maxBodyLength = 4_096;

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.setHeader('Cache-Control', 'no-store');
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
}

/** Says that an address takes other methods. */
export function sendNotAllowed(response: ServerResponse, allow: string, error: string): void {
  response.setHeader('Allow', allow);
  sendJson(response, 405, { error });
}

/** Reads a request's body as JSON of a shape; an empty body reads as `{}`. Answers itself, with why, when it is not. */
export async function readJson<T>(
  request: IncomingMessage,
  response: ServerResponse,
  schema: z.ZodType<T>,
): Promise<T | null> {
  const text = await readBody(request);
  if (text === null) {
    response.setHeader('Connection', 'close');
    sendJson(response, 413, { error: `The body may have ${maxBodyLength} bytes at most.` });
    return null;
  }
  const parsed = schema.safeParse(text === '' ? {} : parseJson(text));
  if (parsed.success) return parsed.data;
  sendJson(response, 400, { error: 'The body does not have the form this address takes.' });
  return null;
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length > maxBodyLength) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
