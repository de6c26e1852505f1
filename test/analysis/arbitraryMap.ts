import * as fc from 'fast-check';
import { flowLatencies, flowPatterns, flowStatuses } from '../../src/model/records/dataFlow';
import { lifecycles } from '../../src/model/records/system';
import { customerTimes, transitionKinds } from '../../src/model/records/transition';
import { usageAccesses } from '../../src/model/records/usage';
import type { Sketch } from './mapOf';

const numbered = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${letter}${i}`);
const touchpointIds = numbered('t', 5);
const systemIds = numbered('s', 6);
const itemIds = numbered('d', 3);
const maybe = <T>(values: readonly T[]): fc.Arbitrary<T | null> =>
  fc.option(fc.constantFrom(...values), { freq: 2 });

const touchpoint = fc.record({
  title: fc.constantFrom('Look', 'Buy', 'Return', ''),
  at: fc.integer({ min: 0, max: 5 }),
  noSystemNeeded: fc.nat({ max: 4 }).map((chance) => chance === 4),
  dataCaptured: fc.subarray([...itemIds]),
  dataNeeded: fc.subarray([...itemIds]),
  identityKey: maybe(['nobody', 'cookie', 'email']),
});
const system = fc.record({
  name: fc.constantFrom('CRM', 'Shop', 'Tills', 'Mail', ''),
  lifecycle: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: maybe(lifecycles) },
  ),
});
const usage = fc.record({
  touchpoint: fc.constantFrom(...touchpointIds),
  system: fc.constantFrom(...systemIds),
  access: maybe(usageAccesses),
});
const end = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...systemIds) },
  { weight: 1, arbitrary: fc.constantFrom(...touchpointIds, 'gone') },
);
const dataFlow = fc.record({
  from: end,
  to: end,
  pattern: maybe(flowPatterns),
  latency: maybe(flowLatencies),
  status: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: maybe(flowStatuses) },
  ),
  dataObjects: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray([...itemIds]) },
  ),
  identityKey: maybe([null, null, 'Email', 'phone']),
});
const transition = fc.record({
  from: fc.constantFrom(...touchpointIds),
  to: fc.constantFrom(...touchpointIds, null),
  kind: fc.oneof(
    { weight: 4, arbitrary: fc.constant('next') },
    { weight: 1, arbitrary: fc.constantFrom(...transitionKinds) },
  ),
  customerTime: maybe(customerTimes),
});

const assignment = fc.record({
  party: fc.constantFrom('p0', 'p1', 'p2'),
  subject: fc.constantFrom(...touchpointIds, ...systemIds),
  role: fc.constantFrom('accountable', 'accountable', 'responsible'),
});
const parties = {
  p0: { name: 'Brand', function: 'marketing' },
  p1: { name: 'Platform', function: 'it' },
  p2: { name: 'Somebody' },
};

function table<T>(
  record: fc.Arbitrary<T>,
  letter: string,
  min: number,
  max: number,
): fc.Arbitrary<Record<string, T>> {
  return fc
    .array(record, { minLength: min, maxLength: max, size: 'max' })
    .map((records) => Object.fromEntries(records.map((one, index) => [`${letter}${index}`, one])));
}

/** Small maps with everything that makes continuity hard: cycles, self-flows, dangling ends, equal and empty names, loops. */
export const arbitraryMap = fc.noBias(
  fc.record({
    touchpoints: table(touchpoint, 't', 4, touchpointIds.length),
    systems: table(system, 's', 5, systemIds.length),
    usages: table(usage, 'u', 3, 7),
    dataFlows: table(dataFlow, 'f', 4, 16),
    transitions: table(transition, 'x', 4, 8),
    parties: fc.constant(parties),
    assignments: table(assignment, 'a', 0, 8),
    dataObjects: fc.constant(
      Object.fromEntries(itemIds.map((id, index) => [id, { name: id, personal: index === 0 }])),
    ),
  }),
) satisfies fc.Arbitrary<Sketch>;

/** A live flow between two systems, as one might add to such a map. */
export const arbitrarySystemFlow = fc.record({
  from: fc.constantFrom(...systemIds),
  to: fc.constantFrom(...systemIds),
  pattern: maybe(flowPatterns),
  latency: maybe(flowLatencies),
});
