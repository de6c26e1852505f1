import { refuse, type Refusal } from './importResult';
import type { FileWords } from './words/en/fileWords';

type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * The text of a file: UTF-8, or UTF-16 that begins with a byte-order mark. The mark is taken off. Anything else is
 * refused with what to do about it, instead of being read with wrong letters.
 */
export function decodeText(bytes: Uint8Array, file: string, words: FileWords): Decoded {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    // Text never holds a NUL: UTF-16 without a mark and many binary files do.
    if (!text.includes('\0')) return { ok: true, text };
  } catch {
    // Not in the encoding it seems to be in.
  }
  return refuse('not-text', words.notText({ file }), { file });
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
