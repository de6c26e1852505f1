import type { ImportWords } from '../importWords';
import { backstageWords } from './backstageWords';
import { mermaidWords } from './mermaidWords';
import { germanOpening } from './openingWords';
import { yamlWords } from './yamlWords';

/** Everything importers say, in German. */
export const german: ImportWords = {
  ...germanOpening,
  mermaid: mermaidWords,
  yaml: yamlWords,
  backstage: backstageWords,
};
