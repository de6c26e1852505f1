import { expect, test } from 'vitest';
import { importBundle } from '../../src/commands/importBundle';
import type { JourneyDocument } from '../../src/doc/journeyDocument';
import { createJourneyDocument } from '../../src/doc/seed';
import type { ImportFile } from '../../src/interchange/chosenFile';
import { importFiles } from '../../src/interchange/importFiles';
import { mergeBundle, mergeReport } from '../../src/interchange/mergeBundle';
import { emptyBundle, type Bundle, type BundleDraft } from '../../src/model/bundle';
import { kinds } from '../../src/model/kinds';
import { resolve, type Journey } from '../../src/model/resolve';
import { seededEntropy } from '../support/testNetwork';
import { catalogOf } from './backstage/catalogSamples';
import { nameKey } from '../../src/interchange/sameRecords';
import { german } from '../../src/interchange/words/de/importWords';
import { mermaidWords as germanMermaid } from '../../src/interchange/words/de/mermaidWords';
import { english } from '../../src/interchange/words/en/importWords';
import { mermaidWords as englishMermaid } from '../../src/interchange/words/en/mermaidWords';

const bike: ImportFile = {
  name: 'bike.mmd',
  text: 'journey\n  title Buy a bike\n  section Look\n    Search: 4: Ann\n    Compare: 2: Ann, Bob\n  section Buy\n    Pay: 3: Ann\n',
};

let seed = 0;
function bundleOf(files: readonly ImportFile[]): Bundle {
  const result = importFiles(files, { entropy: seededEntropy(++seed), words: english });
  if (!result.ok) throw new Error(result.refusal.message);
  return result.bundle;
}

function newDocument(): JourneyDocument {
  return createJourneyDocument({ entropy: seededEntropy(++seed), actor: 'me' });
}

function journeyOf(document: JourneyDocument): Journey {
  return resolve(document.readTables());
}

function take(document: JourneyDocument, bundle: Bundle) {
  const merged = mergeBundle(bundle, journeyOf(document));
  const context = { document, journey: () => journeyOf(document) };
  importBundle.run(context, { bundle: merged.bundle, mapFields: false });
  return { bundle: merged.bundle, report: mergeReport(merged.notes, english.joining) };
}

function sizes(journey: Journey): Record<string, number> {
  return Object.fromEntries(kinds.map((kind) => [kind, journey[kind].all.length]));
}

test('INT-30: a second import of the same files doubles nothing', () => {
  const files = [
    bike,
    ...catalogOf('backstage_backstage'),
    ...catalogOf('thatmlopsguy_dokaseca-portal-catalog'),
  ];
  const document = newDocument();
  take(document, bundleOf(files));
  const before = journeyOf(document);
  expect(before.systems.all).toHaveLength(13);
  const { report } = take(document, bundleOf(files));
  const after = journeyOf(document);
  expect(sizes(after)).toEqual(sizes(before));
  expect(after.dangling).toEqual([]);
  expect(after.touchpoints.all.map(({ id, at }) => [id, at])).toEqual(
    before.touchpoints.all.map(({ id, at }) => [id, at]),
  );
  expect(report.every(({ level }) => level === 'merged')).toBe(true);
  expect(report.length).toBeGreaterThan(20);
});

test('INT-30: a catalogue is recognised wherever its files lie, and brought up to date', () => {
  const document = newDocument();
  const text = (title: string) =>
    `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: shop, title: ${title}}\nspec: {type: website}\n`;
  take(document, bundleOf([{ name: 'a/catalog-info.yaml', text: text('Shop') }]));
  take(document, bundleOf([{ name: 'catalog-info.yaml', text: text('Web shop') }]));
  expect(journeyOf(document).systems.all.map(({ name }) => name)).toEqual(['Web shop']);
});

test('INT-31: a system drawn by hand keeps what a person stated and gets what is missing', () => {
  const document = newDocument();
  const ours = {
    name: ' ARTIST-lookup ',
    description: 'Ours',
    tags: ['core'],
    links: [{ id: 'l1', order: 'a', title: 'Wiki', url: 'https://example.com/wiki' }],
  };
  document.change('test', (writer) => writer.create('systems', ours, 'lookup'));
  take(document, bundleOf(catalogOf('backstage_backstage')));
  const system = journeyOf(document).systems.byId.get('lookup');
  expect(system).toMatchObject({ name: ' ARTIST-lookup ', description: 'Ours', kind: 'Service' });
  expect(system?.tags).toEqual(['core', 'data', 'java']);
  expect(system?.links).toHaveLength(8);
  expect(journeyOf(document).systems.all).toHaveLength(4);
});

test('INT-31: an update empties nothing, takes nothing away and moves nothing', () => {
  const document = newDocument();
  take(document, bundleOf([bike]));
  const pay = journeyOf(document).touchpoints.all.find(({ title }) => title === 'Pay');
  if (!pay) throw new Error('no Pay');
  document.change('test', (writer) =>
    writer.update('touchpoints', pay.id, { description: 'At the till', at: 40, channels: ['Store'] }),
  );
  take(document, bundleOf([bike]));
  expect(journeyOf(document).touchpoints.byId.get(pay.id)).toMatchObject({
    description: 'At the till',
    at: 40,
    channels: ['Store'],
  });
});

test('INT-32: new touchpoints and their stages stand after what is there', () => {
  const document = newDocument();
  document.change('test', (writer) => writer.create('touchpoints', { title: 'Ours', at: 12 }));
  take(document, bundleOf([bike]));
  const { touchpoints, stages } = journeyOf(document);
  expect(touchpoints.all.map(({ title }) => title)).toEqual(['Ours', 'Search', 'Compare', 'Pay']);
  const [, first, second] = touchpoints.all;
  expect(first?.at).toBeGreaterThan(12);
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBe(1);
  expect(stages.all[0]?.start).toBeLessThanOrEqual(first?.at ?? 0);
  expect(stages.all[0]?.end).toBeGreaterThanOrEqual(second?.at ?? 0);
});

function ownBundle(fill: (bundle: BundleDraft) => void): Bundle {
  const bundle = emptyBundle();
  fill(bundle);
  return bundle;
}

test('INT-30: a second journey reuses the ruler of its name', () => {
  const document = newDocument();
  take(document, bundleOf([bike]));
  take(
    document,
    bundleOf([{ name: 'car.mmd', text: 'journey\n  title Buy a car\n  section Dream\n    Look: 4: Ann\n' }]),
  );
  const { rulers, stages } = journeyOf(document);
  expect(rulers.all.map(({ name }) => name)).toEqual(['Stages']);
  expect(new Set(stages.all.map(({ ruler }) => ruler))).toEqual(new Set([rulers.all[0]?.id]));
  expect(stages.all).toHaveLength(3);
});

test('INT-30: a map taken twice with its own ids moves and doubles nothing', () => {
  const document = newDocument();
  const own = ownBundle((bundle) => {
    bundle.touchpoints.push({ id: 'pay', title: 'Pay', at: 7 });
    bundle.systems.push({ id: 'till', name: 'Till', tags: ['a'] });
  });
  take(document, own);
  document.change('test', (writer) => writer.update('systems', 'till', { tags: ['a', 'b'] }));
  const { report } = take(document, own);
  expect(journeyOf(document).touchpoints.all.map(({ id, at }) => [id, at])).toEqual([['pay', 7]]);
  expect(journeyOf(document).systems.byId.get('till')?.tags).toEqual(['a', 'b']);
  expect(report).toHaveLength(2);
});

test('INT-6: what is deleted in the import deletes nothing in the map and is not taken', () => {
  const document = newDocument();
  document.change('test', (writer) => writer.create('systems', { name: 'CRM' }, 'crm'));
  const { report } = take(
    document,
    ownBundle((bundle) => {
      bundle.systems.push(
        { id: 'other', name: 'CRM', deletedAt: 5 },
        { id: 'crm', name: 'CRM', deletedAt: 5 },
      );
      bundle.personas.push({ id: 'ann', name: 'Ann' });
    }),
  );
  expect(journeyOf(document).systems.all.map(({ id }) => id)).toEqual(['crm']);
  expect(journeyOf(document).personas.all).toHaveLength(1);
  expect(report).toMatchObject([{ level: 'ignored', message: expect.stringContaining('2 records') }]);
});

test('INT-7: a person does not become the team of that name', () => {
  const document = newDocument();
  document.change('test', (writer) => writer.create('parties', { name: 'Kim', type: 'team' }, 'kim'));
  const { report } = take(
    document,
    ownBundle((bundle) => bundle.parties.push({ id: 'k2', name: 'Kim', type: 'person' })),
  );
  expect(
    journeyOf(document)
      .parties.all.map(({ type }) => type)
      .sort(),
  ).toEqual(['person', 'team']);
  expect(report).toMatchObject([{ level: 'guessed', message: expect.stringContaining('“Kim”') }]);
});

test('INT-2 the ruler of files that name none is one, in whichever language they are imported; one that was named is not', () => {
  const document = newDocument();
  take(document, bundleOf([bike]));
  const named = { ...bike, name: 'other.mmd', text: bike.text.replaceAll('Look', 'Suchen') };
  const inGerman = importFiles([named], { entropy: seededEntropy(++seed), words: german });
  if (!inGerman.ok) throw new Error(inGerman.refusal.message);
  expect(inGerman.bundle.rulers.map(({ name }) => name)).toEqual(['Phasen']);
  take(document, inGerman.bundle);
  expect(journeyOf(document).rulers.all.map(({ name }) => name)).toEqual(['Stages']);
  const rulers = inGerman.bundle.rulers.map((ruler) => ({
    ...ruler,
    id: 'own',
    name: 'IT-Phasen',
    source: null,
  }));
  take(document, { ...inGerman.bundle, rulers });
  expect(
    journeyOf(document)
      .rulers.all.map(({ name }) => name)
      .sort(),
  ).toEqual(['IT-Phasen', 'Stages']);
  // What importers call it, in every language they speak.
  for (const { ruler } of [englishMermaid, germanMermaid])
    expect(nameKey('rulers', ruler)).toBe(nameKey('rulers', 'Stages'));
  expect(nameKey('systems', 'Phasen')).not.toBe(nameKey('systems', 'Stages'));
});
