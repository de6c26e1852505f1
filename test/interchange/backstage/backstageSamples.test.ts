import { expect, test } from 'vitest';
import { readEntities } from '../../../src/interchange/backstage/entity';
import { countEntities } from './countEntities';
import { importBackstage } from '../../../src/interchange/backstage/importBackstage';
import { kinds, recordDefinitions } from '../../../src/model/kinds';
import { checkFields } from '../../../src/model/defineRecord';
import expectedCounts from '../../samples/backstage/expected.json';
import { seededEntropy } from '../../support/testNetwork';
import { catalogOf, repositories, sampleFile } from './catalogSamples';
import { english } from '../../../src/interchange/words/en/importWords';

const expected: Readonly<Record<string, object>> = expectedCounts;

test('the samples are there', () => {
  expect(Object.keys(expected)).toHaveLength(57);
  expect(repositories.flatMap(catalogOf).map(({ name }) => name)).toEqual(Object.keys(expected).sort());
});

test.each(Object.keys(expected))('INT-10: %s holds what an independent parser found in it', (path) => {
  const read = readEntities(sampleFile(path).text, path, english);
  const wanted = expected[path] ?? {};
  if ('yamlError' in wanted)
    expect(read).toMatchObject({ ok: false, refusal: { reason: 'syntax', file: path } });
  else expect(read.ok && countEntities(read.entities)).toEqual(wanted);
});

test.each(repositories)(
  'INT-22: every record of %s fits the model and says where it comes from',
  (repository) => {
    const imported = importBackstage(catalogOf(repository), { entropy: seededEntropy(1), words: english });
    if (repository === 'backstage_software-templates') {
      expect(imported).toMatchObject({ ok: false, refusal: { reason: 'empty' } });
      return;
    }
    if (!imported.ok) throw new Error(imported.refusal.message);
    for (const kind of kinds)
      for (const { id, ...values } of imported.bundle[kind]) {
        expect(checkFields(recordDefinitions[kind], values), `${kind} ${id}`).toEqual([]);
        expect(values.source).toMatchObject({
          format: 'backstage',
          file: expect.stringContaining(repository),
        });
      }
  },
);

test('INT-14, INT-18, INT-19, INT-20: Backstage’s own example', () => {
  const imported = importBackstage(catalogOf('backstage_backstage'), {
    entropy: seededEntropy(1),
    words: english,
  });
  if (!imported.ok) throw new Error(imported.refusal.message);
  const { bundle, report, candidates } = imported;
  const system = (name: string) => bundle.systems.find((record) => record.name === name);
  const portal = system('Artist Engagement Portal');
  expect(portal?.tags).toEqual(['domain: artists', 'portal']);
  expect(bundle.systems.filter(({ parent }) => parent === portal?.id)).toHaveLength(3);
  expect(bundle.assignments.map(({ role }) => role)).toEqual(Array(4).fill('accountable'));
  expect(system('artist-lookup')?.links).toHaveLength(7);
  const [consumed, offered] = bundle.dataFlows;
  expect(consumed).toMatchObject({ from: system('artist-lookup')?.id, to: system('www-artist')?.id });
  expect(report).toContainEqual(expect.objectContaining({ level: 'repaired' }));
  expect(offered).toMatchObject({ from: system('artists-db')?.id, to: system('artist-lookup')?.id });
  expect(candidates.find(({ id }) => id === offered?.id)).toMatchObject({
    kind: 'dataFlows',
    suggested: false,
  });
});

test('INT-13, INT-23: templates, unknown kinds and unfetched targets are reported one by one', () => {
  const files = ['backstage_demo', 'thatmlopsguy_dokaseca-portal-catalog'].flatMap(catalogOf);
  const imported = importBackstage(files, { entropy: seededEntropy(1), words: english });
  if (!imported.ok) throw new Error(imported.refusal.message);
  const said = imported.report.map(({ message }) => message);
  expect(said.filter((message) => message.includes('kind AiResource'))).toHaveLength(6);
  expect(said.filter((message) => message.includes('is a template with placeholders'))).toHaveLength(1);
  expect(
    said.filter((message) => message.includes('not fetched: ./templates/nodejs-microservice')),
  ).toHaveLength(1);
  expect(imported.bundle.systems.some(({ name }) => name?.includes('{'))).toBe(false);
});
