import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { spokenName } from '../../src/canvas/keyboard/spokenName';
import { buildMap } from '../support/mapBuilder';

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
