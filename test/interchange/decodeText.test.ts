import { expect, test } from 'vitest';
import { decodeText } from '../../src/interchange/decodeText';
import { chosenFile } from '../../src/interchange/chosenFile';
import { importFiles } from '../../src/interchange/importFiles';
import { seededEntropy } from '../support/testNetwork';
import { english } from '../../src/interchange/words/en/importWords';

const words = 'journey\n  title Größe 👟';

function utf16(text: string, isBigEndian: boolean, mark = '\uFEFF'): Uint8Array {
  const marked = mark + text;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < marked.length; i++) view.setUint16(i * 2, marked.charCodeAt(i), !isBigEndian);
  return bytes;
}

test.each([
  ['UTF-8', new TextEncoder().encode(words)],
  ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${words}`)],
  ['UTF-16, little end first', utf16(words, false)],
  ['UTF-16, big end first', utf16(words, true)],
])('INT-9: %s is read', (_, bytes) => {
  expect(decodeText(bytes, 'a.mmd', english.files)).toEqual({ ok: true, text: words });
});

test.each([
  ['UTF-16 without a mark', utf16('journey\n  title A', false, '')],
  ['UTF-16 with half a character', utf16('a\uD800b', false)],
  ['Latin-1', Uint8Array.from([0x61, 0xe9, 0x62])],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0])],
  ['a text cut inside a character', new TextEncoder().encode('é').slice(0, 1)],
])('INT-9: %s is refused, with how to save it', (_, bytes) => {
  const message =
    'a.mmd is not UTF-8 text. Open it in an editor, save it with the encoding UTF-8, and try again.';
  expect(decodeText(bytes, 'a.mmd', english.files)).toEqual({
    ok: false,
    refusal: { reason: 'not-text', file: 'a.mmd', message },
  });
});

test('INT-9: a file that is not text is refused in the report and the others are taken', () => {
  const bad = chosenFile('bad.mmd', Uint8Array.from([0xff]), english.files);
  const good = chosenFile('good.mmd', new TextEncoder().encode('journey\n  A: 3: Me\n'), english.files);
  const both = importFiles([bad, good], { entropy: seededEntropy(1), words: english });
  expect(both.ok && both.report[0]).toMatchObject({ level: 'refused', file: 'bad.mmd' });
  expect(importFiles([bad], { entropy: seededEntropy(1), words: english })).toMatchObject({
    ok: false,
    refusal: { reason: 'not-text' },
  });
});
