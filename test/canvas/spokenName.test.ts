import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { spokenName } from '../../src/canvas/keyboard/spokenName';
import { lensSaysOf } from '../../src/store/useLensSays';
import { buildMap, type MapBuilder } from '../support/mapBuilder';
import { openTestMap } from './openTestMap';

const map = buildMap((m) => {
  m.party('Payments', 'it');
  m.stage('Decide & buy', 0.5, 1.5);
  m.touchpoint('Look', { at: 0 }).uses('Shop');
  m.touchpoint('Pay', { at: 1, owner: 'Payments', channels: ['Web'] })
    .uses('Gateway')
    .uses('Shop')
    .after('Look');
  m.touchpoint('Collect in store', { at: 2 }).uses('Tills').after('Pay');
  m.flow('Shop', 'Gateway', { data: ['Order'] });
});
const journey = map.journey();
const analysis = analyse(journey);

test('a touchpoint says its place, its stage, its systems, its owner and where the story breaks', () => {
  expect(spokenName(journey, analysis, { kind: 'touchpoints', id: map.id('Pay') })).toBe(
    'Pay, touchpoint 2 of 3, Web, stage Decide & buy, uses 2 systems, owner Payments, broken to Collect in store',
  );
});

test('a touchpoint in several stages names them all, also one without a name', () => {
  const nested = buildMap((m) => {
    m.stage('Buying', 0, 3);
    m.stage('', 0.5, 1.5);
    m.touchpoint('Pay', { at: 1 });
  });
  expect(spokenName(nested.journey(), null, { kind: 'touchpoints', id: nested.id('Pay') })).toContain(
    'stages Buying and Untitled stage',
  );
});

test('a touchpoint nobody owns says so', () => {
  expect(spokenName(journey, analysis, { kind: 'touchpoints', id: map.id('Look') })).toContain(
    'no owner, leads to Pay',
  );
});

test('before anything was judged no verdict is claimed', () => {
  expect(spokenName(journey, null, { kind: 'touchpoints', id: map.id('Pay') })).toContain(
    'leads to Collect in store',
  );
});

test('relations name their ends', () => {
  expect(
    spokenName(journey, analysis, { kind: 'transitions', id: map.transitionId('Pay', 'Collect in store') }),
  ).toBe(
    'Step from Pay to Collect in store, broken to Collect in store. Nothing that is known at “Pay” reaches Tills. No flow leads from Gateway or Shop to Tills.',
  );
  expect(spokenName(journey, analysis, { kind: 'dataFlows', id: map.flowId('Shop', 'Gateway') })).toBe(
    'Data flow from Shop to Gateway, Order',
  );
});

test('LENS-5: the name follows the lens, and says no owner twice', () => {
  const { openMap, say } = speaking((m) => {
    m.party('Payments', 'it');
    m.dataObject('Card number', { personal: true, retention: 'a day' });
    m.touchpoint('Pay', { emotion: -2, owner: 'Payments' }).uses('Till').captures('Card number');
    m.touchpoint('Go').after('Pay');
  });
  expect(say('Pay')).toContain('feels awful, uses 1 system, owner Payments');
  openMap.view.setState({ lens: 'ownership' });
  expect(say('Pay')).toContain('IT: Payments, uses 1 system, leads to Go');
  expect(say('Till')).toContain('no owner');
  expect(say('Pay', 'Go')).toMatch(/^Step from Pay to Go, leads to Go\./);
  openMap.view.setState({ lens: 'systems' });
  expect(say('Till')).toContain('Till, System, standing not stated · 0 flows, no owner');
  openMap.view.setState({ lens: 'privacy' });
  expect(say('Pay')).toContain('Card number, uses 1 system, owner Payments');
  expect(say('Go')).toContain('no personal data');
});

function speaking(write: (m: MapBuilder) => void) {
  const { map: openMap, built } = openTestMap(write);
  const say = (name: string, to?: string): string => {
    const ref =
      to === undefined
        ? name === 'Till'
          ? { kind: 'systems' as const, id: built.id(name) }
          : { kind: 'touchpoints' as const, id: built.id(name) }
        : { kind: 'transitions' as const, id: built.transitionId(name, to) };
    const now = openMap.journey();
    return spokenName(now, analyse(now), ref, lensSaysOf(openMap, ref.kind, ref.id));
  };
  return { openMap, say };
}
