import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { dependentsOf } from '../../src/analysis/impact';
import { lineageOf } from '../../src/analysis/lineage';
import { sentenceOf } from '../../src/analysis/sentences';
import { english } from '../../src/analysis/sentences.en';
import { german } from '../../src/analysis/sentences.de';
import { routeOf } from '../../src/analysis/routeOf';
import { mapOf, type Sketch } from './mapOf';

const base = {
  touchpoints: {
    a: { title: 'Order', at: 1, dataCaptured: ['mail'] },
    b: { title: 'Collect', at: 2, dataNeeded: ['mail'] },
  },
  systems: { x: { name: 'Shop' }, y: { name: 'Hub' }, z: { name: 'Tills' } },
  usages: { ua: { touchpoint: 'a', system: 'x' }, ub: { touchpoint: 'b', system: 'z' } },
  transitions: { step: { from: 'a', to: 'b' } },
  dataObjects: { mail: { name: 'E-mail' } },
} satisfies Sketch;

/** The verdict of the step, and everything else that must have a defined result. */
function verdictOf(sketch: Sketch): string | undefined {
  const journey = mapOf({ ...base, ...sketch });
  const analysis = analyse(journey);
  for (const finding of analysis.findings)
    for (const sentence of [sentenceOf(finding, journey, english), sentenceOf(finding, journey, german)])
      expect(sentence).not.toMatch(/undefined|null|“”|„“/u);
  for (const { id } of journey.systems.all) dependentsOf(journey, { kind: 'systems', id });
  for (const { id } of journey.dataObjects.all) lineageOf(journey, id);
  return analysis.continuity.judgements.get('step')?.verdict;
}

test.each<[string, Sketch, string | undefined]>([
  [
    'a cycle of flows with no way out of it',
    { dataFlows: { f: { from: 'x', to: 'y' }, g: { from: 'y', to: 'x' } } },
    'broken',
  ],
  [
    'a cycle of flows on the way',
    { dataFlows: { f: { from: 'x', to: 'y' }, g: { from: 'y', to: 'x' }, h: { from: 'y', to: 'z' } } },
    'carried',
  ],
  ['a flow from a system to itself', { dataFlows: { f: { from: 'x', to: 'x' } } }, 'broken'],
  [
    'flows whose ends are gone',
    { dataFlows: { f: { from: 'x', to: 'gone' }, g: { from: null, to: 'z' } } },
    'broken',
  ],
  [
    'a usage whose system is gone',
    { usages: { ...base.usages, ub: { touchpoint: 'b', system: 'gone' } } },
    'unknown',
  ],
  ['a step whose end is gone', { transitions: { step: { from: 'a', to: 'gone' } } }, undefined],
  ['a step to itself', { transitions: { step: { from: 'a', to: 'a' } } }, 'carried'],
  ['empty names', { touchpoints: { a: {}, b: {} }, systems: { x: {}, y: {}, z: { name: '  ' } } }, 'broken'],
  [
    'two systems of one name are two systems',
    { systems: { x: { name: 'CRM' }, y: {}, z: { name: 'CRM' } } },
    'broken',
  ],
  [
    'a latency that contradicts the pattern: re-entry is by hand',
    { dataFlows: { f: { from: 'x', to: 'z', pattern: 'manual-re-entry', latency: 'real-time' } } },
    'by-hand',
  ],
  [
    'a latency that contradicts the pattern: what is stated counts',
    { dataFlows: { f: { from: 'x', to: 'z', pattern: 'event-stream', latency: 'weekly' } } },
    'late',
  ],
  [
    'two flows that contradict each other: the faster one serves',
    {
      dataFlows: {
        f: { from: 'x', to: 'z', latency: 'weekly' },
        g: { from: 'x', to: 'z', latency: 'minutes' },
      },
    },
    'carried',
  ],
  [
    'words nobody knows',
    { dataFlows: { f: { from: 'x', to: 'z', latency: 'soon', status: '?' } } },
    'carried',
  ],
  ['no system anywhere', { usages: {} }, 'unknown'],
])('%s', (_what, sketch, verdict) => {
  expect(verdictOf(sketch)).toBe(verdict);
});

test('a map that says nothing is accused of nothing but having no owners', () => {
  const bare = mapOf({ touchpoints: { a: {}, b: {} }, transitions: { step: { from: 'a', to: 'b' } } });
  expect(new Set(analyse(bare).findings.map(({ kind }) => kind))).toEqual(new Set(['no-owner']));
  expect(analyse(mapOf({})).findings).toEqual([]);
});

test('10,000 parallel flows, and a cycle of 2,000 systems, end with a result', () => {
  const flows = Array.from({ length: 10_000 }, (_, i) => [
    `f${i}`,
    {
      from: 'x',
      to: 'z',
      latency: i === 7 ? 'real-time' : 'weekly',
      dataObjects: ['mail'],
      identityKey: `k${i}`,
    },
  ]);
  expect(verdictOf({ dataFlows: Object.fromEntries(flows) })).toBe('carried');
  const ring = Array.from({ length: 2_000 }, (_, i) => `c${i}`);
  const journey = mapOf({
    ...base,
    systems: Object.fromEntries(ring.map((id) => [id, {}])),
    usages: { ua: { touchpoint: 'a', system: 'c1' }, ub: { touchpoint: 'b', system: 'c0' } },
    dataFlows: Object.fromEntries(
      ring.map((id, i) => [`f${i}`, { from: id, to: ring[(i + 1) % ring.length] }]),
    ),
  });
  const judgement = analyse(journey).continuity.judgements.get('step');
  expect(judgement && routeOf(journey, judgement)?.flows).toHaveLength(1_999);
  expect(dependentsOf(journey, { kind: 'systems', id: 'c1' }).systems).toHaveLength(1_999);
  expect(lineageOf(journey, 'mail')?.holders).toHaveLength(2_000);
});
