import { english } from '../analysis/sentences.en';
import type { Sentences } from '../analysis/sentences';
import { englishOpening } from '../interchange/words/en/openingWords';
import type { OpeningWords } from '../interchange/words/importWords';
import { speakSentences } from '../store/spokenSentences';
import type { TranslationOf } from '../ui/i18n/createTranslator';
import { isLanguage, speechFor, type Language, type Speech } from '../ui/i18n/language';
import { speak } from '../ui/i18n/t';
import { en } from '../ui/texts/en';

const key = 'throughline.language';

interface Words {
  readonly texts: TranslationOf<typeof en>;
  readonly sentences: Sentences;
  readonly opening: OpeningWords;
}

/** English is part of the program, so that there is always something to say; other languages come when they are spoken. */
const wordsOf: { readonly [L in Language]: () => Promise<Words> } = {
  en: async () => ({ texts: en, sentences: english, opening: englishOpening }),
  de: async () => {
    const [{ de }, { german }, { germanOpening }] = await Promise.all([
      import('../ui/texts/de'),
      import('../analysis/sentences.de'),
      import('../interchange/words/de/openingWords'),
    ]);
    return { texts: de, sentences: german, opening: germanOpening };
  },
};

let opening: OpeningWords = englishOpening;

/** What opening a file and fitting an import into a map says, in the language of the interface. */
export function openingWords(): OpeningWords {
  return opening;
}

/** The language the user chose on this device; null when none (or nonsense) is stored, or storage is closed to us. */
function chosenLanguage(): Language | null {
  try {
    const stored = localStorage.getItem(key);
    return isLanguage(stored) ? stored : null;
  } catch {
    return null;
  }
}

/**
 * Speaks the user's language: to be awaited before anything is drawn. Falls back to English when the other language
 * cannot be loaded, as a page in a foreign language is better than none.
 */
export async function speakUsersLanguage(): Promise<void> {
  const wanted = speechFor(chosenLanguage(), navigator.languages);
  try {
    speakWith(wanted, await wordsOf[wanted.language]());
  } catch {
    speakWith({ language: 'en', locale: 'en' }, await wordsOf.en());
  }
}

function speakWith({ language, locale }: Speech, words: Words): void {
  speak(locale, words.texts);
  speakSentences(words.sentences);
  opening = words.opening;
  document.documentElement.lang = language;
}

/**
 * Remembers a language on this device and loads the page again, which then speaks it.
 * @param flush Stores what is not stored yet; the page waits for it.
 */
export async function changeLanguage(language: Language, flush: () => Promise<void>): Promise<void> {
  try {
    localStorage.setItem(key, language);
  } catch {
    // Where nothing may be stored the browser's language stays; loading again would only cost work.
    return;
  }
  await flush();
  location.reload();
}
