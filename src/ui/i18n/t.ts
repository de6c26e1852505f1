import { en } from '../texts/en';
import { createTranslator, type Translate, type TranslationOf } from './createTranslator';
import { formatBy } from './format';

/** The key of any text of the app. */
export type TextKey = keyof typeof en;

let translate = createTranslator<typeof en>('en', en);

/**
 * Text of the interface in the user's language: `t('menu.undoThing', { thing: 'Pay' })`. Keys and places are typed.
 * English until another language is spoken, so a module must not keep what it says from when it was loaded.
 */
export const t: Translate<typeof en> = (key, ...args) => translate(key, ...args);

/**
 * Speaks a language from now on: texts, numbers, dates and lists. Called once, before anything is drawn.
 * @param locale BCP 47 tag of the texts' language, with a region if numbers and dates shall follow one.
 */
export function speak(locale: string, texts: TranslationOf<typeof en>): void {
  translate = createTranslator<typeof en>(locale, texts);
  formatBy(locale);
}
