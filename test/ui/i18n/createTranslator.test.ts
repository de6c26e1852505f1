import { describe, expect, test } from 'vitest';
import { createTranslator } from '../../../src/ui/i18n/createTranslator';
import type { TranslationOf } from '../../../src/ui/i18n/createTranslator';

const original = {
  plain: 'Close',
  named: 'Remove {name} from {place}',
  counted: { one: '{count} step of {name}', other: '{count} steps of {name}' },
} as const;

const german: TranslationOf<typeof original> = {
  plain: 'Schließen',
  named: '{name} aus {place} entfernen',
  counted: { one: '{count} Schritt von {name}', other: '{count} Schritte von {name}' },
};

describe('createTranslator', () => {
  const t = createTranslator<typeof original>('en', original);

  test('gives plain texts and fills in places', () => {
    expect(t('plain')).toBe('Close');
    expect(t('named', { name: 'Pay', place: 'Get it' })).toBe('Remove Pay from Get it');
  });

  test('chooses the plural form by count and writes numbers as the language does', () => {
    expect(t('counted', { count: 1, name: 'Pay' })).toBe('1 step of Pay');
    expect(t('counted', { count: 1200, name: 'Pay' })).toBe('1,200 steps of Pay');
  });

  test('another language with the same keys speaks by its own rules', () => {
    const tGerman = createTranslator<typeof original>('de', german);
    expect(tGerman('named', { name: 'Zahlen', place: 'Kauf' })).toBe('Zahlen aus Kauf entfernen');
    expect(tGerman('counted', { count: 1200, name: 'Zahlen' })).toBe('1.200 Schritte von Zahlen');
  });

  test('a value is put in as it is, never read as a place again', () => {
    expect(t('named', { name: '{place}', place: '$&' })).toBe('Remove {place} from $&');
  });

  test('the compiler knows keys and places', () => {
    // @ts-expect-error no such key
    expect(() => t('other')).toThrow('No text for "other"');
    // @ts-expect-error a place is missing
    expect(t('named', { name: 'Pay' })).toBe('Remove Pay from {place}');
    // @ts-expect-error values are needed
    expect(t('named')).toBe('Remove {name} from {place}');
  });
});
