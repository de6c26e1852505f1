import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { messageType } from '../doc/wire';
import { parseCommentResult, type CommentCommand, type CommentResult } from '../model/commentCommand';

/** Commands that the server carries out, from asking to the answer. */
export class Commands {
  readonly #asked = new Map<number, (result: CommentResult) => void>();
  #next = 1;

  /** The frame that asks, and what will come of it. */
  ask(command: CommentCommand): {
    readonly frame: Uint8Array;
    readonly result: Promise<CommentResult>;
  } {
    const number = this.#next++;
    const encoder = createEncoder();
    writeVarUint(encoder, messageType.command);
    writeVarUint(encoder, number);
    writeVarString(encoder, JSON.stringify(command));
    const result = new Promise<CommentResult>((resolve) => this.#asked.set(number, resolve));
    return { frame: toUint8Array(encoder), result };
  }

  /** Takes the server's answer. */
  answer(number: number, json: string): void {
    this.#asked.get(number)?.(parseCommentResult(json) ?? { ok: false, reason: 'invalid' });
    this.#asked.delete(number);
  }

  /** The line is gone: nothing that was asked will be answered. It may have been done all the same. */
  giveUp(): void {
    for (const resolve of this.#asked.values()) resolve({ ok: false, reason: 'offline' });
    this.#asked.clear();
  }
}
