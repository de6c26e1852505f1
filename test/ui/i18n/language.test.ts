import { describe, expect, test } from 'vitest';
import { isLanguage, languageNames, languages, speechFor } from '../../../src/ui/i18n/language';

describe('LNG-1: the language of the interface', () => {
  test('is the first of the browser’s that it has', () => {
    expect(speechFor(null, ['de-DE', 'en-US']).language).toBe('de');
    expect(speechFor(null, ['fr-FR', 'en', 'de']).language).toBe('en');
    expect(speechFor(null, ['pt', 'DE-at']).language).toBe('de');
  });

  test('is English for those who name none that it has', () => {
    expect(speechFor(null, [])).toEqual({ language: 'en', locale: 'en' });
    expect(speechFor(null, ['ja', 'deu', ''])).toEqual({ language: 'en', locale: 'en' });
  });

  test('is the chosen one whatever the browser prefers', () => {
    expect(speechFor('en', ['de-DE', 'de']).language).toBe('en');
    expect(speechFor('de', ['en-US'])).toEqual({ language: 'de', locale: 'de' });
  });

  test('is stored as a word that is read with care', () => {
    expect(['de', 'en', 'fr', '', null, 1].map(isLanguage)).toEqual([true, true, false, false, false, false]);
  });
});

test('LNG-3: numbers and dates follow the browser’s own variant of the language', () => {
  expect(speechFor(null, ['de-AT', 'de', 'en']).locale).toBe('de-AT');
  expect(speechFor('en', ['de-AT', 'en-GB', 'en']).locale).toBe('en-GB');
  expect(speechFor(null, ['de_broken!', 'de-CH']).locale).toBe('de-CH');
});

test('LNG-2: each language is called by its own name', () => {
  expect(languages.map((language) => languageNames[language])).toEqual(['English', 'Deutsch']);
});
