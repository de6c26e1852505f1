import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { withTrial, type Trial } from '../../src/analysis/trial';
import { differencesOf } from '../../src/canvas/trial/differences';
import { switchNames } from '../../src/canvas/trial/switchNames';
import { canTry, trialOf } from '../../src/panels/findings/trialOf';
import { createDerived, derivedOf } from '../../src/store/derived';
import { noTrial, stopTrying, trialChoices, tryWith } from '../../src/store/trialSwitches';
import { seededEntropy } from '../support/testNetwork';
import { buildMap } from '../support/mapBuilder';
import { openTestMap } from './openTestMap';

const m = buildMap((map) => {
  map.touchpoint('Pay').uses('Shop');
  map.touchpoint('Collect').uses('Till').after('Pay');
  map.touchpoint('Return').uses('Desk').after('Collect');
  map.flow('Shop', 'Till');
  map.flow('Till', 'Desk', { status: 'proposed', name: 'Returns' });
});
const journey = m.journey();
const before = analyse(journey);
const live = m.flowId('Shop', 'Till');
const idea = m.flowId('Till', 'Desk');
const tried = (trial: Trial) => differencesOf(before, analyse(withTrial(journey, trial), before));

describe('the differences of a trial', () => {
  test('WHAT-5: what gets worse comes first, and a tear is said once, by its verdict', () => {
    const { lines, worse, better, comparison } = tried({ off: [live], on: [idea] });
    expect({ worse, better }).toEqual({ worse: 1, better: 1 });
    expect(lines.slice(0, 2)).toMatchObject([
      { direction: 'worse', title: 'Pay → Collect:', text: 'is carried on, would be broken' },
      { direction: 'better', title: 'Collect → Return:', text: 'is broken, would be carried on' },
    ]);
    expect(lines.every(({ text }) => !text.startsWith('Nothing that is known'))).toBe(true);
    expect(comparison.value).toBe(0);
  });

  test('lead to a place on the canvas, findings that come and go as well', () => {
    const { lines } = tried({ off: [m.id('Till', 'systems')], on: [] });
    const settled = lines.find(({ text }) => text === 'Nobody is accountable for Till.');
    expect(settled).toMatchObject({
      direction: 'better',
      record: { kind: 'systems', id: m.id('Till', 'systems') },
    });
    expect(lines.filter(({ record }) => record === null)).toEqual([]);
  });

  test('are none where nothing changes', () => {
    expect(tried({ off: [], on: [live] }).lines).toEqual([]);
  });

  test('name their switches, sketched flows too', () => {
    const ends = { from: m.id('Shop', 'systems'), to: m.id('Desk', 'systems'), dataObjects: [] };
    const trial = { off: [m.id('Till', 'systems')], on: [idea], added: [{ id: 'new', ...ends }] };
    expect(switchNames(trial, withTrial(journey, trial)).map(({ text }) => text)).toEqual([
      'Till off',
      'Returns on',
      'Shop → Desk new',
    ]);
  });
});

describe('what can be tried', () => {
  const refs = [
    { kind: 'systems', id: m.id('Shop', 'systems') },
    { kind: 'dataFlows', id: idea },
    { kind: 'touchpoints', id: m.id('Pay') },
  ] as const;

  test('what is live off, what is proposed on, other records not at all', () => {
    const [shop, flow] = refs;
    expect(trialChoices(journey, noTrial, refs)).toEqual({ off: [shop.id], on: [flow.id], tried: [] });
    const trial = { off: [shop.id], on: [] };
    expect(trialChoices(journey, trial, refs)).toEqual({ off: [], on: [flow.id], tried: [shop.id] });
  });

  test('a planned flow that would mend a finding, or the flow its fix would sketch', () => {
    const entropy = seededEntropy(1);
    const waiting = before.findings.find(({ kind }) => kind === 'broken');
    expect(waiting && trialOf(waiting, journey, entropy)).toEqual({ on: [idea] });
    const torn = withTrial(journey, { off: [live], on: [] });
    const broken = analyse(torn).findings.find(
      ({ id }) => id === `broken:${m.transitionId('Pay', 'Collect')}`,
    );
    expect(broken && trialOf(broken, torn, entropy)).toMatchObject({
      added: [{ from: m.id('Shop', 'systems'), to: m.id('Till', 'systems') }],
    });
    const ownerless = before.findings.find(({ kind }) => kind === 'no-owner');
    expect(ownerless && canTry(ownerless, journey)).toBe(false);
  });
});

test('WHAT-4: several switches are one trial; the last one that is taken out ends it', () => {
  const { map, built } = openTestMap((one) => {
    one.touchpoint('Pay').uses('Shop');
    one.touchpoint('Collect').uses('Till').after('Pay');
    one.flow('Shop', 'Till');
  });
  const { mirror } = map;
  const [shop, flow] = [built.id('Shop', 'systems'), built.flowId('Shop', 'Till')];
  const trial = (): Trial | null => derivedOf(mirror).store.getState().trial;
  tryWith(mirror, { off: [shop] });
  tryWith(mirror, { off: [flow] });
  expect(trial()).toMatchObject({ off: [shop, flow], on: [] });
  tryWith(mirror, { on: [flow] });
  expect(trial()).toMatchObject({ off: [shop], on: [flow] });
  const ends = { from: shop, to: built.id('Till', 'systems'), dataObjects: [] };
  tryWith(mirror, { added: [{ id: 'a', ...ends }] });
  tryWith(mirror, { added: [{ id: 'b', ...ends }] });
  expect(trial()?.added).toHaveLength(1);
  for (const id of [shop, flow, 'a']) stopTrying(mirror, id);
  expect(trial()).toBeNull();
  // Another tab on the same document knows of no trial.
  tryWith(mirror, { off: [shop] });
  expect(
    createDerived(mirror, {
      later: () => undefined,
      after: () => () => undefined,
      open: () => null,
    }).store.getState().trial,
  ).toBeNull();
});
