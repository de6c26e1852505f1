import { afterEach, expect, test } from 'vitest';
import { explanationOf } from '../../src/analysis/sentences';
import { german } from '../../src/analysis/sentences.de';
import { english } from '../../src/analysis/sentences.en';
import { speakSentences, spokenSentences } from '../../src/store/spokenSentences';

afterEach(() => speakSentences(english));

test('LNG-3: the analysis speaks the language of the interface', () => {
  expect(explanationOf('asked-twice', spokenSentences())).toBe(english.explanations['asked-twice']);
  speakSentences(german);
  expect(explanationOf('asked-twice', spokenSentences())).toBe(german.explanations['asked-twice']);
});
