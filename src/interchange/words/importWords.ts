import type { BackstageWords } from './en/backstageWords';
import type { FileWords } from './en/fileWords';
import type { JoiningWords } from './en/joiningWords';
import type { MermaidWords } from './en/mermaidWords';
import type { ThroughlineWords } from './en/throughlineWords';
import type { YamlWords } from './en/yamlWords';

/** The languages importers speak. */
export type ImportLanguage = 'en' | 'de';

/**
 * What opening our own files and fitting an import into a map says, in one language. What importers of other formats say
 * is apart from it: only the worker that runs them needs that.
 */
export interface OpeningWords {
  readonly language: ImportLanguage;
  readonly files: FileWords;
  readonly throughline: ThroughlineWords;
  readonly joining: JoiningWords;
}

/** Everything importers say, in one language. Adding a language is writing another one of these. */
export interface ImportWords extends OpeningWords {
  readonly mermaid: MermaidWords;
  readonly yaml: YamlWords;
  readonly backstage: BackstageWords;
}
