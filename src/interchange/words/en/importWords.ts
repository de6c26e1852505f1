import type { ImportWords } from '../importWords';
import { backstageWords } from './backstageWords';
import { mermaidWords } from './mermaidWords';
import { englishOpening } from './openingWords';
import { yamlWords } from './yamlWords';

/** Everything importers say, in English. */
export const english: ImportWords = {
  ...englishOpening,
  mermaid: mermaidWords,
  yaml: yamlWords,
  backstage: backstageWords,
};
