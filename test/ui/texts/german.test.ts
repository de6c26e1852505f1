import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/ui/i18n/createTranslator';
import { de } from '../../../src/ui/texts/de';
import { en } from '../../../src/ui/texts/en';

const english: ReadonlyMap<string, Message> = new Map(Object.entries(en));
const german: ReadonlyMap<string, Message> = new Map(Object.entries(de));

/** The forms of a text: one, or one per plural category. */
function formsOf(message: Message): readonly string[] {
  return typeof message === 'string' ? [message] : Object.values(message);
}

function placesOf(message: Message): readonly string[] {
  const places = formsOf(message).flatMap((form) => form.match(/\{\w+\}/g) ?? []);
  return [...new Set(places)].toSorted();
}

/** Every German text with the English one, by key. */
const pairs = [...english].map(([key, original]) => ({ key, original, said: german.get(key) ?? '' }));
const everyForm = pairs.flatMap(({ key, said }) => formsOf(said).map((text) => ({ key, text })));

/** Names, units and words that are the same in both languages; signs and places around them do not count. */
const shared = new Set(
  (
    'Cookie Details Filter Hosting In IT Link Links Marketing Name Orange Person Persona Personas Region ' +
    'Service Status System Team Text Webhook Zoom Esc API KPI RACI CSV JSON SVG PNG PDF Excel Import Export Version Team Teams Name Tag ETL Reverse'
  ).split(' '),
);

function isShared(text: string): boolean {
  const words = text.replace(/\{\w+\}/g, ' ').match(/\p{L}{2,}/gu) ?? [];
  return words.every((word) => shared.has(word));
}

describe('LNG-4: German is complete', () => {
  test('it has every text and no other', () => {
    expect([...german.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  test('every text has the places of the English one', () => {
    const other = pairs.filter(({ original, said }) => `${placesOf(original)}` !== `${placesOf(said)}`);
    expect(other).toEqual([]);
  });

  test('texts that count have the forms that German counts by', () => {
    const categories = new Intl.PluralRules('de').resolvedOptions().pluralCategories.toSorted();
    const other = pairs.filter(
      ({ original, said }) =>
        typeof original !== typeof said ||
        (typeof said !== 'string' && `${Object.keys(said).toSorted()}` !== `${categories}`),
    );
    expect(other).toEqual([]);
  });

  test('no text is empty that says something in English', () => {
    const empty = pairs.filter(
      ({ original, said }) =>
        formsOf(said).some((form) => form.trim() === '') && formsOf(original).every((form) => form !== ''),
    );
    expect(empty).toEqual([]);
  });

  test('no text was left in English', () => {
    const left = pairs.filter(
      ({ original, said }) =>
        formsOf(said).some((form) => formsOf(original).includes(form)) && !formsOf(said).every(isShared),
    );
    expect(left).toEqual([]);
  });
});

describe('LNG-5: German is well written', () => {
  test('nobody is addressed', () => {
    const address = /\b(Ihr(e[nmrs]?)?|Ihnen|[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[nmrs]?)\b|(?<=[\p{Ll},] )Sie\b/u;
    expect(everyForm.filter(({ text }) => address.test(text))).toEqual([]);
  });

  test('quotation marks, dashes and ellipses are German ones', () => {
    const wrong = everyForm.filter(
      ({ text }) =>
        /["”'‘]|\.\.\.|—|\w…|“(?=\p{L})|„(?![\p{L}{])/u.test(text) ||
        text.split('„').length !== text.split('“').length,
    );
    expect(wrong).toEqual([]);
  });

  test('labels stay short', () => {
    const longest = (message: Message): number => Math.max(...formsOf(message).map((form) => form.length));
    const long = pairs.filter(({ original, said }) => longest(original) <= 24 && longest(said) > 36);
    expect(long).toEqual([]);
  });
});
