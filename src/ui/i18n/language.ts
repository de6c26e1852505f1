/** The languages the interface speaks, as BCP 47 tags. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** What each language calls itself, whichever is shown: so that people find their own. */
export const languageNames: { readonly [L in Language]: string } = { en: 'English', de: 'Deutsch' };

/** A language, and the tag that numbers, dates and lists are written by (`de-AT`, or just `de`). */
export interface Speech {
  readonly language: Language;
  readonly locale: string;
}

/**
 * The language to speak: the chosen one, else the first of the browser's that the interface knows, else English.
 * Numbers and dates follow the browser's own variant of it, where it names one.
 * @param preferred The browser's languages, most wanted first.
 */
export function speechFor(chosen: Language | null, preferred: readonly string[]): Speech {
  const known = preferred.map(languageOf).find((language) => language !== null);
  const language = chosen ?? known ?? 'en';
  const locale = preferred.find((tag) => languageOf(tag) === language && isLocale(tag));
  return { language, locale: locale ?? language };
}

/** Whether a stored word names a language of the interface. */
export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

function languageOf(tag: string): Language | null {
  const language = tag.toLowerCase().split('-')[0];
  return isLanguage(language) ? language : null;
}

function isLocale(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
