import { decodeText } from './decodeText';
import type { Refusal } from './importResult';
import type { FileWords } from './words/en/fileWords';

/** A file as it arrives from a picker, a drop, the clipboard or the command line. */
export interface ImportFile {
  /** Its name, with folders where they are known: relative references between files are looked up by it. */
  readonly name: string;
  readonly text: string;
}

/** A file that could not be read at all, and why. */
interface RefusedFile {
  readonly name: string;
  readonly refusal: Refusal;
}

/** What somebody chose to import: texts, and files that are none. */
export type ChosenFile = ImportFile | RefusedFile;

/** A file as it lies on a disk, to import. */
export function chosenFile(name: string, bytes: Uint8Array, words: FileWords): ChosenFile {
  const decoded = decodeText(bytes, name, words);
  return decoded.ok ? { name, text: decoded.text } : { name, refusal: decoded.refusal };
}
