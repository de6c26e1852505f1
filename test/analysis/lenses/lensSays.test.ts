import { expect, test } from 'vitest';
import { analyse } from '../../../src/analysis/analyse';
import type { Finding } from '../../../src/analysis/finding';
import type { Lens, LensKind, LensSays } from '../../../src/analysis/lenses/lens';
import { lensSays } from '../../../src/analysis/lenses/lensSays';
import { buildMap, type MapBuilder } from '../../support/mapBuilder';

/** What lenses say of a map, by the names of its records. */
function look(write: (m: MapBuilder) => void) {
  const map = buildMap(write);
  const journey = map.journey();
  const findingsByRecord = new Map<string, Finding[]>();
  for (const one of analyse(journey).findings) {
    const [subject] = one.records;
    if (subject) findingsByRecord.set(subject.id, [...(findingsByRecord.get(subject.id) ?? []), one]);
  }
  const at = (lens: Lens, kind: LensKind, id: string): Partial<LensSays> => {
    const { mark, aside, emphasis, name, value, count, more } = lensSays(
      { journey, findingsByRecord },
      lens,
      kind,
      id,
    );
    return Object.fromEntries(
      Object.entries({ mark, aside, emphasis, name, value, count, more }).filter(
        ([, part]) => part !== null && part !== '' && part !== 0 && part !== 'plain',
      ),
    );
  };
  return {
    touchpoint: (lens: Lens, name: string) => at(lens, 'touchpoints', map.id(name, 'touchpoints')),
    system: (lens: Lens, name: string) => at(lens, 'systems', map.id(name, 'systems')),
    step: (lens: Lens, from: string, to: string) => at(lens, 'transitions', map.transitionId(from, to)),
    flow: (lens: Lens, from: string, to: string) => at(lens, 'dataFlows', map.flowId(from, to)),
    gone: (lens: Lens, kind: LensKind) => at(lens, kind, 'nowhere'),
  };
}

test('LENS-10: the opening look shows owner and emotion and dims nothing', () => {
  const { touchpoint, system, step, flow } = look((m) => {
    m.party('Payments', 'it');
    m.touchpoint('Look', { emotion: -1.6 }).uses('Shop');
    m.touchpoint('Pay', { owner: ['Payments', 'Brand'], emotion: 1 })
      .uses('Till')
      .after('Look');
    m.flow('Shop', 'Till');
  });
  expect(touchpoint('experience', 'Look')).toEqual({ mark: 'nobody', aside: 'awful' });
  expect(touchpoint('experience', 'Pay')).toEqual({ mark: 'owner', name: 'Brand', more: 1, aside: 'good' });
  expect(system('experience', 'Shop')).toEqual({ mark: 'nobody' });
  expect(step('experience', 'Look', 'Pay')).toEqual({ mark: 'nothing' });
  expect(flow('experience', 'Shop', 'Till')).toEqual({ mark: 'nothing' });
});

test('LENS-10: on a map without people nobody is missing', () => {
  const { touchpoint } = look((m) => m.touchpoint('Look'));
  expect(touchpoint('experience', 'Look')).toEqual({ mark: 'nothing' });
});

test('LENS-11: a touchpoint tells its systems, the live flows at them, doubt and lack', () => {
  const { touchpoint } = look((m) => {
    m.system('Sheet', { standing: 'shadow' });
    m.touchpoint('Look').uses('Shop').uses('Search');
    m.touchpoint('Ask').uses('Shop').uses('Sheet');
    m.touchpoint('Wait');
    m.touchpoint('Unbox', { noSystemNeeded: true });
    m.flow('Shop', 'Search');
    m.flow('Shop', 'Ledger');
    m.flow('Search', 'Ledger', { status: 'proposed' });
  });
  expect(touchpoint('systems', 'Look')).toEqual({ mark: 'systems', count: 2, more: 2 });
  expect(touchpoint('systems', 'Ask')).toEqual({
    mark: 'systems-at-risk',
    count: 2,
    more: 2,
    emphasis: 'strong',
  });
  expect(touchpoint('systems', 'Wait')).toEqual({ mark: 'no-system', emphasis: 'strong' });
  expect(touchpoint('systems', 'Unbox')).toEqual({ mark: 'none-needed', emphasis: 'dim' });
});

test('LENS-12: a system tells standing, lifecycle and load; a flow how fast it is', () => {
  const { system, flow, step } = look((m) => {
    m.system('CRM', { standing: 'sanctioned', lifecycle: 'live' });
    m.system('Old', { standing: 'sanctioned', lifecycle: 'phasing-out' });
    m.system('Sheet', { standing: 'tolerated' });
    m.system('Spare', { standing: 'sanctioned' });
    m.touchpoint('Look').uses('CRM').uses('Old').uses('Sheet').uses('Shop');
    m.touchpoint('Pay').after('Look');
    m.flow('CRM', 'Old', { pattern: 'manual-re-entry' });
    m.flow('CRM', 'Shop', { latency: 'weekly' });
    m.flow('Shop', 'CRM', { pattern: 'api-call' });
    m.flow('Old', 'CRM', { status: 'retired' });
  });
  expect(system('systems', 'CRM')).toEqual({ mark: 'sanctioned', count: 3, more: 1 });
  expect(system('systems', 'Old')).toEqual({
    mark: 'sanctioned',
    aside: 'phasing-out',
    count: 1,
    more: 1,
    emphasis: 'strong',
  });
  expect(system('systems', 'Sheet')).toMatchObject({ mark: 'tolerated', emphasis: 'strong' });
  expect(system('systems', 'Shop')).toMatchObject({ mark: 'standing-unknown' });
  expect(system('systems', 'Spare')).toEqual({ mark: 'unused', emphasis: 'dim' });
  expect(flow('systems', 'CRM', 'Old')).toEqual({ mark: 'by-hand', value: 'by-hand', emphasis: 'strong' });
  expect(flow('systems', 'CRM', 'Shop')).toEqual({ mark: 'slow', value: 'weekly', emphasis: 'strong' });
  expect(flow('systems', 'Shop', 'CRM')).toEqual({ mark: 'quick', value: 'real-time' });
  expect(flow('systems', 'Old', 'CRM')).toMatchObject({ mark: 'sketched', emphasis: 'dim' });
  expect(step('systems', 'Look', 'Pay')).toEqual({ mark: 'nothing' });
});

test('LENS-13, LENS-14: owners by function, gaps, conflicts and hand-overs', () => {
  const { touchpoint, system, step, flow } = look((m) => {
    m.party('Brand', 'marketing').party('Payments', 'it').party('Partner');
    m.system('Shop', { owner: 'Payments' }).system('Ads', { owner: 'Brand', responsible: 'Payments' });
    m.touchpoint('Look', { owner: 'Brand' }).uses('Shop').uses('Ads');
    m.touchpoint('Pay', { owner: 'Payments' }).after('Look');
    m.touchpoint('Thank', { owner: 'Payments' }).after('Pay');
    m.touchpoint('Ship', { owner: 'Partner' });
    m.touchpoint('Wait');
    m.touchpoint('Argue', { owner: ['Brand', 'Payments'] });
    m.flow('Lone', 'Other');
    m.flow('Shop', 'Lone');
  });
  expect(touchpoint('ownership', 'Look')).toEqual({ mark: 'marketing', name: 'Brand', emphasis: 'strong' });
  expect(touchpoint('ownership', 'Ship')).toMatchObject({ mark: 'owner-unplaced', name: 'Partner' });
  expect(touchpoint('ownership', 'Wait')).toEqual({ mark: 'nobody', emphasis: 'strong' });
  expect(touchpoint('ownership', 'Argue')).toMatchObject({ mark: 'several-owners', more: 1 });
  expect(system('ownership', 'Shop')).toMatchObject({ mark: 'it', aside: 'no-business-owner' });
  expect(system('ownership', 'Ads')).toEqual({ mark: 'marketing', name: 'Brand', emphasis: 'strong' });
  expect(step('ownership', 'Look', 'Pay')).toEqual({ mark: 'hand-over', emphasis: 'strong' });
  expect(step('ownership', 'Pay', 'Thank')).toEqual({ mark: 'nothing', emphasis: 'dim' });
  expect(flow('ownership', 'Lone', 'Other')).toEqual({ mark: 'nobody', emphasis: 'strong' });
  expect(flow('ownership', 'Shop', 'Lone')).toEqual({ mark: 'nothing', emphasis: 'dim' });
});

test('LENS-15: a touchpoint tells its personal data, special categories and endless keeping first', () => {
  const { touchpoint } = look((m) => {
    m.dataObject('Email', { personal: true, retention: '2 years' });
    m.dataObject('Diagnosis', { specialCategory: true, retention: '2 years' });
    m.dataObject('Address', { personal: true });
    m.dataObject('Stock', {});
    m.touchpoint('Join').captures('Email');
    m.touchpoint('Report').captures('Email').needs('Diagnosis');
    m.touchpoint('Ship').needs('Email', 'Address').captures('Address');
    m.touchpoint('Browse').captures('Stock');
  });
  expect(touchpoint('privacy', 'Join')).toEqual({
    mark: 'personal',
    name: 'Email',
    count: 1,
    emphasis: 'strong',
  });
  expect(touchpoint('privacy', 'Report')).toMatchObject({ mark: 'special', name: 'Diagnosis', more: 1 });
  expect(touchpoint('privacy', 'Ship')).toMatchObject({ mark: 'no-retention', name: 'Address' });
  expect(touchpoint('privacy', 'Browse')).toEqual({ mark: 'no-personal', emphasis: 'dim' });
});

test('LENS-16, LENS-17: systems tell clearance, region and gaps; flows their basis or what is missing', () => {
  const { system, flow, step } = look((m) => {
    m.dataObject('Email', { personal: true, classification: 'confidential', retention: 'a year' });
    m.dataObject('Bill', { personal: true, systemOfRecord: 'Ledger', retention: 'ten years' });
    m.system('CRM', { clearedFor: 'restricted', region: 'EU', standing: 'sanctioned' });
    m.system('Ads', { standing: 'shadow', region: 'US' });
    m.touchpoint('Join').captures('Email').uses('Form', 'writes').uses('Viewer', 'reads');
    m.touchpoint('Pay').after('Join');
    m.flow('Form', 'CRM', { data: ['Email'], lawfulBasis: 'consent', purpose: 'Mail' });
    m.flow('CRM', 'Ads', { data: ['Email'], lawfulBasis: 'consent', purpose: 'Ads' });
    m.flow('Form', 'Stockroom');
  });
  expect(system('privacy', 'CRM')).toEqual({
    mark: 'cleared',
    value: 'restricted',
    name: 'EU',
    emphasis: 'strong',
  });
  expect(system('privacy', 'Ads')).toEqual({
    mark: 'privacy-gap',
    value: 'into-not-sanctioned',
    name: 'US',
    emphasis: 'strong',
  });
  expect(system('privacy', 'Form')).toEqual({ mark: 'clearance-unknown', emphasis: 'strong' });
  expect(system('privacy', 'Ledger')).toEqual({ mark: 'clearance-unknown', emphasis: 'strong' });
  expect(system('privacy', 'Viewer')).toEqual({ mark: 'no-personal', emphasis: 'dim' });
  expect(flow('privacy', 'Form', 'CRM')).toEqual({ mark: 'basis', value: 'consent', emphasis: 'strong' });
  expect(flow('privacy', 'CRM', 'Ads')).toMatchObject({ mark: 'privacy-gap', value: 'into-not-sanctioned' });
  expect(flow('privacy', 'Form', 'Stockroom')).toEqual({ mark: 'no-personal', emphasis: 'dim' });
  expect(step('privacy', 'Join', 'Pay')).toEqual({ mark: 'nothing', emphasis: 'dim' });
});

test('LENS-18: what is open between the two sides comes before what is settled', () => {
  const { touchpoint, system } = look((m) => {
    m.party('Brand', 'marketing').party('Payments', 'it');
    for (const name of ['Declined', 'Asked', 'Answered', 'Question', 'Voting', 'Signed', 'Half', 'Quiet'])
      m.touchpoint(name);
    const id = (name: string) => m.id(name, 'touchpoints');
    m.system('CRM');
    m.record('requirements', 'r1', { subject: id('Declined'), what: 'Look up orders', state: 'declined' });
    m.record('requirements', 'r2', { subject: id('Asked'), what: 'See stock', state: 'proposed' });
    m.record('requirements', 'r3', { subject: id('Answered'), what: 'See price', state: 'in-work' });
    m.record('commentThreads', 't1', { subject: id('Question') });
    m.record('commentThreads', 't2', { subject: m.id('CRM'), resolvedAt: 5 });
    m.record('ballots', 'b1', {
      subjects: [id('Voting'), id('Signed')],
      question: 'How good?',
      state: 'open',
    });
    m.record('ballots', 'b2', { subjects: [m.id('CRM')], question: 'How good?', state: 'revealed' });
    const sign = (party: string, order: string) => ({
      id: party,
      order,
      party: m.id(party),
      signedAt: 1,
      factsDigest: '',
    });
    const both = [sign('Brand', 'V'), sign('Payments', 'h')];
    m.record('agreements', 'a1', {
      statement: 'One order number',
      about: [id('Half')],
      signatures: both.slice(0, 1),
    });
    m.record('agreements', 'a2', {
      statement: 'One basket',
      about: [id('Answered'), m.id('CRM')],
      signatures: both,
    });
  });
  expect(touchpoint('alignment', 'Declined')).toMatchObject({ mark: 'disagreed', name: 'Look up orders' });
  expect(touchpoint('alignment', 'Question')).toEqual({ mark: 'question', count: 1, emphasis: 'strong' });
  expect(touchpoint('alignment', 'Asked')).toMatchObject({
    mark: 'asked',
    name: 'See stock',
    emphasis: 'strong',
  });
  expect(touchpoint('alignment', 'Voting')).toMatchObject({ mark: 'ballot-open', emphasis: 'strong' });
  expect(touchpoint('alignment', 'Half')).toMatchObject({ mark: 'waiting', name: 'One order number' });
  expect(touchpoint('alignment', 'Answered')).toEqual({
    mark: 'answered',
    name: 'See price',
    value: 'in-work',
    count: 1,
  });
  expect(system('alignment', 'CRM')).toEqual({ mark: 'agreed', name: 'One basket', count: 1 });
  expect(touchpoint('alignment', 'Quiet')).toEqual({ mark: 'nothing-said', emphasis: 'dim' });
});

test('a record that is gone is said nothing of', () => {
  const { gone } = look((m) => m.touchpoint('Look'));
  const kinds = ['touchpoints', 'systems', 'transitions', 'dataFlows'] as const;
  for (const lens of ['experience', 'systems', 'ownership', 'privacy', 'alignment'] as const)
    for (const kind of kinds) expect(() => gone(lens, kind)).not.toThrow();
});
