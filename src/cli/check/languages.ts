import type { Sentences } from '../../analysis/sentences';
import { german } from '../../analysis/sentences.de';
import { english } from '../../analysis/sentences.en';
import type { CheckTexts } from './texts';
import { germanTexts } from './texts.de';
import { englishTexts } from './texts.en';

/** Languages a check can speak, as BCP 47 tags. */
export const languageNames = ['en', 'de'] as const;
export type Language = (typeof languageNames)[number];

/** Everything that is said, in one language: the sentences of the analysis, and what a check says besides. */
export interface Words {
  readonly sentences: Sentences;
  readonly texts: CheckTexts;
}

/** The words of each language. */
export const languages: { readonly [L in Language]: Words } = {
  en: { sentences: english, texts: englishTexts },
  de: { sentences: german, texts: germanTexts },
};

/** Whether there is a language of this name. */
export function isLanguage(word: string): word is Language {
  return Object.hasOwn(languages, word);
}
