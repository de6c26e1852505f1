import { expect, test } from 'vitest';
import { analyse, type Analysis } from '../../src/analysis/analyse';
import { findingGroups, findingKinds, groupOfKind } from '../../src/analysis/findingGroups';
import { explanationOf, sentenceOf, sentenceOfTransition } from '../../src/analysis/sentences';
import { german } from '../../src/analysis/sentences.de';
import { english } from '../../src/analysis/sentences.en';
import type { Journey } from '../../src/model/resolve';
import { everyKind } from './everyKind';
import { mapOf, type Sketch } from './mapOf';

const languages = [english, german] as const;

test('both languages cover every kind with a sentence and two explanations, and every kind has a group', () => {
  for (const language of languages) {
    expect(Object.keys(language.findings).sort()).toEqual([...findingKinds].sort());
    expect(Object.keys(language.explanations).sort()).toEqual([...findingKinds].sort());
    for (const kind of findingKinds) {
      const { customer, it } = explanationOf(kind, language);
      for (const text of [customer, it]) expect(text, kind).toMatch(/^\p{Lu}.{20,}[.?]$/u);
      expect(customer).not.toBe(it);
    }
  }
  expect(new Set(Object.values(groupOfKind))).toEqual(new Set(findingGroups));
});

test('a map can show every kind at once, each with a whole sentence in both languages', () => {
  const journey = mapOf(everyKind);
  const { findings } = analyse(journey, undefined, { today: '2031-01-01' });
  expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(findingKinds));
  for (const finding of findings) {
    const [inEnglish, inGerman] = languages.map((language) => sentenceOf(finding, journey, language));
    expect(inGerman).not.toBe(inEnglish);
    for (const sentence of [inEnglish, inGerman]) {
      expect(sentence).toMatch(/^\S.*\.$/u);
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object| {2}/u);
    }
    expect(inGerman, finding.kind).not.toMatch(/“[^“”]*”/u);
  }
});

const shop: Sketch = {
  touchpoints: { a: { title: 'Bezahlen', at: 1 }, b: { title: 'Abholen', at: 2 } },
  systems: { web: { name: 'Webshop' }, pos: { name: 'Kasse' } },
  usages: { u: { touchpoint: 'a', system: 'web' }, v: { touchpoint: 'b', system: 'pos' } },
  transitions: { step: { from: 'a', to: 'b', customerTime: 'hours' } },
};
const inGerman = (sketch: Sketch): string => {
  const journey: Journey = mapOf(sketch);
  const analysis: Analysis = analyse(journey);
  return sentenceOfTransition('step', analysis, journey, german);
};

test.each<[Sketch, string]>([
  [
    shop,
    'Was bei „Bezahlen“ bekannt ist, kommt bei „Abholen“ nicht an. Von Webshop führt kein Datenfluss zu Kasse.',
  ],
  [
    { ...shop, dataFlows: { f: { from: 'web', to: 'pos', status: 'proposed' } } },
    'Was bei „Bezahlen“ bekannt ist, kommt bei „Abholen“ nicht an. Von Webshop führt kein Datenfluss zu Kasse. Sobald Webshop → Kasse in Betrieb ist, kommt alles an.',
  ],
  [
    { ...shop, dataFlows: { f: { from: 'web', to: 'pos', latency: 'daily' } } },
    'Was bei „Bezahlen“ bekannt ist, kommt bei „Abholen“ zu spät an: Webshop → Kasse liefert täglich, und die Kundin ist nach Stunden da.',
  ],
  [
    { ...shop, dataFlows: { f: { from: 'web', to: 'pos', latency: 'by-hand' } } },
    'Was bei „Bezahlen“ bekannt ist, kommt bei „Abholen“ nur an, weil es jemand von Hand überträgt: Webshop → Kasse.',
  ],
  [
    { ...shop, dataFlows: { f: { from: 'web', to: 'pos', latency: 'minutes' } } },
    'Was bei „Bezahlen“ bekannt ist, kommt binnen Minuten bei „Abholen“ an: Webshop → Kasse.',
  ],
  [
    { ...shop, usages: {} },
    'Weder bei „Bezahlen“ noch bei „Abholen“ ist ein System in Betrieb genannt, daher kann niemand sagen, ob die Geschichte weitergeht.',
  ],
])('German says it as a person would: %#', (sketch, sentence) => {
  expect(inGerman(sketch)).toBe(sentence);
});

test('German hand-overs decline their functions', () => {
  const owned: Sketch = {
    ...shop,
    parties: { p: { name: 'Marke', function: 'marketing' }, q: { name: 'Plattform', function: 'it' } },
    assignments: {
      a1: { party: 'p', subject: 'a', role: 'accountable' },
      a2: { party: 'q', subject: 'b', role: 'accountable' },
    },
  };
  const journey = mapOf(owned);
  const handOver = analyse(journey).findings.find(({ kind }) => kind === 'hand-over');
  expect(handOver && sentenceOf(handOver, journey, german)).toBe(
    'Zwischen „Bezahlen“ und „Abholen“ geht die Kundin vom Marketing an die IT über – und genau hier reißt die Geschichte.',
  );
});
