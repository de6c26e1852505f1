import type { OpeningWords } from '../importWords';
import { fileWords } from './fileWords';
import { joiningWords } from './joiningWords';
import { throughlineWords } from './throughlineWords';

/** What opening our own files and fitting an import into a map says, in English. */
export const englishOpening: OpeningWords = {
  language: 'en',
  files: fileWords,
  throughline: throughlineWords,
  joining: joiningWords,
};
