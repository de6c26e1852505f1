import type { OpeningWords } from '../importWords';
import { fileWords } from './fileWords';
import { joiningWords } from './joiningWords';
import { throughlineWords } from './throughlineWords';

/** What opening our own files and fitting an import into a map says, in German. */
export const germanOpening: OpeningWords = {
  language: 'de',
  files: fileWords,
  throughline: throughlineWords,
  joining: joiningWords,
};
