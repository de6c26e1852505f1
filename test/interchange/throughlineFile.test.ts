import { readFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createJourneyDocument, readBundle } from '../../src/doc/seed';
import { fileSchema } from '../../src/interchange/throughline/fileSchema';
import { readThroughlineFile } from '../../src/interchange/throughline/readThroughlineFile';
import { writeThroughlineFile } from '../../src/interchange/throughline/writeThroughlineFile';
import { kinds } from '../../src/model/kinds';
import { randomCommand, runRandomCommand } from '../support/randomCommands';
import { seededEntropy, TestNetwork } from '../support/testNetwork';
import { englishOpening } from '../../src/interchange/words/en/openingWords';

const entropy = seededEntropy(1);

function read(value: unknown) {
  return readThroughlineFile(
    typeof value === 'string' ? value : JSON.stringify(value),
    'map.json',
    entropy,
    englishOpening,
  );
}

function readOk(value: unknown) {
  const result = read(value);
  if (!result.ok) throw new Error(result.refusal.message);
  return result;
}

function refusal(value: unknown): string {
  const result = read(value);
  return result.ok ? 'was not refused' : result.refusal.message;
}

const head = { format: 'throughline', version: 1 };

test('FILE-6 whatever people do to a map, reading its file and writing it again gives the same text', () => {
  fc.assert(
    fc.property(
      fc.array(randomCommand({ history: true }), { maxLength: 40 }),
      fc.nat(1_000_000),
      (commands, seed) => {
        const network = new TestNetwork(1, seed + 1);
        const [client] = network.clients;
        if (!client) return;
        const context = { document: client.document, journey: () => client.mirror.store.getState().journey };
        for (const command of commands) runRandomCommand(context, command);
        const text = writeThroughlineFile({ bundle: readBundle(client.document) });
        const { file, report } = readOk(text);
        expect(report).toEqual([]);
        expect(writeThroughlineFile(file)).toBe(text);
        // And through a document of its own: nothing is lost on the way in.
        const copy = createJourneyDocument({
          entropy: seededEntropy(seed + 2),
          actor: 'you',
          bundle: file.bundle,
        });
        expect(writeThroughlineFile({ bundle: readBundle(copy) })).toBe(text);
        network.close();
      },
    ),
    { numRuns: 100 },
  );
});

test('FILE-6 emoji, right-to-left text, NUL and lone surrogates survive', () => {
  const title = 'Zahlen 👩🏽‍💻 שלום \u0000 \ud83d end';
  const { file } = readOk(
    writeThroughlineFile({ bundle: readOk({ ...head, touchpoints: [{ id: 'a', title }] }).file.bundle }),
  );
  expect(file.bundle.touchpoints[0]?.title).toBe(title);
});

test('FILE-5 keys, kinds and fields of a newer program are kept', () => {
  const source = {
    ...head,
    version: 2,
    map: { mood: 'blue' },
    touchpoints: [{ id: 'a', aura: [1] }],
    dragons: [{ id: 'x' }],
  };
  const { file, report } = readOk(source);
  expect(file.isNewer).toBe(true);
  expect(report).toEqual([]);
  const again: unknown = JSON.parse(writeThroughlineFile(file));
  expect(again).toMatchObject({
    map: { mood: 'blue' },
    touchpoints: [{ id: 'a', aura: [1] }],
    dragons: [{ id: 'x' }],
  });
});

test('FILE-3 a reference to a record that is not in the file is kept', () => {
  const { file, report } = readOk({ ...head, usages: [{ id: 'u', touchpoint: 'gone', system: 'gone too' }] });
  expect(file.bundle.usages[0]).toMatchObject({ touchpoint: 'gone', system: 'gone too' });
  expect(report).toEqual([]);
});

test('FILE-4 a field that states nothing is left out, and absent is not zero', () => {
  const { file } = readOk({ ...head, touchpoints: [{ id: 'a', emotion: 0 }, { id: 'b' }] });
  expect(file.bundle.touchpoints.map(({ emotion }) => emotion)).toEqual([0, undefined]);
  expect(JSON.parse(writeThroughlineFile(file))).toMatchObject({
    touchpoints: [{ id: 'a', emotion: 0 }, { id: 'b' }],
  });
});

test('FILE-7 a bad value is left out with its path; the rest of the record is read', () => {
  const { file, report } = readOk({
    ...head,
    touchpoints: [
      { id: 'a', title: 'Pay', emotion: 9, channels: 'Web' },
      { title: 'no id' },
      { id: 'a', title: 'again' },
    ],
  });
  expect(file.bundle.touchpoints).toEqual([{ id: 'a', title: 'Pay' }]);
  expect(report.map(({ level, pointer }) => [level, pointer])).toEqual([
    ['ignored', 'touchpoints[0].emotion'],
    ['ignored', 'touchpoints[0].channels'],
    ['refused', 'touchpoints[1]'],
    ['refused', 'touchpoints[2]'],
  ]);
});

test('FILE-9 list items may be plain texts; their order stays', () => {
  const { file } = readOk({ ...head, touchpoints: [{ id: 'a', pains: ['slow', { text: 'dear' }, 7] }] });
  const pains = file.bundle.touchpoints[0]?.pains ?? [];
  expect(pains.map(({ text }) => text)).toEqual(['slow', 'dear']);
  expect([...pains].sort((a, b) => (a.order < b.order ? -1 : 1))).toEqual(pains);
});

test('FILE-9 as soon as one item has no order key, all are put in the order of the file', () => {
  const { file } = readOk({
    ...head,
    touchpoints: [{ id: 'a', pains: ['one', { id: 'p', order: 'A', text: 'two' }] }],
  });
  const pains = [...(file.bundle.touchpoints[0]?.pains ?? [])].sort((a, b) => (a.order < b.order ? -1 : 1));
  expect(pains.map(({ text }) => text)).toEqual(['one', 'two']);
});

test('FILE-5 what a newer program put into a list item is kept, in the file and in a document', () => {
  const { file } = readOk({
    ...head,
    touchpoints: [{ id: 'a', pains: [{ id: 'p', order: 'V', text: 'x', extra: 5 }], novel: 1 }],
  });
  const copy = createJourneyDocument({ entropy: seededEntropy(3), actor: 'you', bundle: file.bundle });
  expect(readBundle(copy).touchpoints[0]).toMatchObject({ pains: [{ extra: 5 }], novel: 1 });
});

test('FILE-7 a text that no document may hold is left out wherever it hides', () => {
  const { file, report } = readOk({
    ...head,
    touchpoints: [{ id: 'a', ext: { miro: { text: 'x'.repeat(70_000) } }, title: 'Pay' }],
  });
  expect(file.bundle.touchpoints[0]).toEqual({ id: 'a', title: 'Pay' });
  expect(report[0]).toMatchObject({ level: 'ignored', pointer: 'touchpoints[0].ext' });
});

test('FILE-10 a stage that ends before it begins is turned round and told', () => {
  const { file, report } = readOk({ ...head, stages: [{ id: 's', start: 4, end: 1 }] });
  expect(file.bundle.stages[0]).toMatchObject({ start: 1, end: 4 });
  expect(report[0]).toMatchObject({ level: 'repaired', pointer: 'stages[0]' });
});

describe('FILE-1 FILE-2 FILE-8 what cannot be opened is refused with line or path', () => {
  const manyOpen = '['.repeat(40);
  const cases: readonly (readonly [string, unknown, RegExp])[] = [
    ['nothing at all', '', /map\.json is empty: line 1/],
    ['cut off in the middle', '{"format": "throughline",\n "version": 1,\n "map"', /ends too early: line 3/],
    ['not JSON', '{\n  format: 1 }', /not valid JSON: line 2/],
    ['no JSON at all', 'hello', /not valid JSON: line 1, column 1/],
    [
      'a word in the middle',
      '{"format": "throughline",\n  "version": [1, 2, x]}',
      /not valid JSON: line 2, column 21/,
    ],
    ['another format', { format: 'miro', version: 1 }, /“format” must be “throughline”/],
    ['no version', { format: 'throughline' }, /“version” must be a whole number/],
    ['an object for a list', { ...head, touchpoints: {} }, /“touchpoints” must be a list/],
    ['too deep', `{"format":"throughline","version":1,"x":${manyOpen}`, /nested more than 32 levels/],
    [
      'a forbidden key',
      '{"format":"throughline","version":1,"touchpoints":[{"id":"a","__proto__":{}}]}',
      /forbidden key touchpoints\[0\]\.__proto__/,
    ],
    [
      'too many',
      { ...head, stages: Array.from({ length: 20_001 }, (_, i) => ({ id: `s${i}` })) },
      /20001 stages/,
    ],
  ];
  test.each(cases)('%s', (_name, value, message) => {
    expect(refusal(value)).toMatch(message);
  });
});

test('FILE-8 arbitrary and mutated texts give a map or a refusal, never an exception', () => {
  const text = writeThroughlineFile({
    bundle: readOk({ ...head, touchpoints: [{ id: 'a', title: 'Pay', pains: ['x'] }] }).file.bundle,
  });
  fc.assert(fc.property(fc.string(), (any) => void read(any)));
  fc.assert(
    fc.property(fc.json(), (any) => void read(`{"format":"throughline","version":1,"touchpoints":[${any}]}`)),
  );
  fc.assert(
    fc.property(fc.nat(text.length), fc.string({ maxLength: 3 }), fc.nat(5), (at, insert, cut) => {
      read(text.slice(0, at) + insert + text.slice(at + cut));
    }),
  );
});

test('FILE-2 the schema in docs/format is the model’s, and the example there is such a file', async () => {
  const schema = await readFile('docs/format/throughline.schema.json', 'utf8');
  expect(JSON.parse(schema)).toEqual(fileSchema());
  const readme = await readFile('docs/format/README.md', 'utf8');
  const example = /```json\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  expect(readOk(example).report).toEqual([]);
  for (const kind of kinds) expect(readme).toContain(`\`${kind}\``);
});

test.each(['collectInStore', 'motorClaim'])(
  'FILE-7 the sample %s is read without a complaint, and nothing in it dangles',
  async (name) => {
    const { file, report } = readOk(await readFile(`src/samples/${name}.throughline.json`, 'utf8'));
    expect(report).toEqual([]);
    const network = new TestNetwork(1, 1, file.bundle);
    expect(network.clients[0]?.mirror.store.getState().journey.dangling).toEqual([]);
    network.close();
  },
);
