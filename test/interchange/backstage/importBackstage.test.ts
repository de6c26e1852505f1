import { expect, test } from 'vitest';
import { importBackstage } from '../../../src/interchange/backstage/importBackstage';
import { seededEntropy } from '../../support/testNetwork';
import { english } from '../../../src/interchange/words/en/importWords';

function entity(kind: string, name: string, spec = '', metadata = ''): string {
  const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, '  ');
  return `apiVersion: backstage.io/v1alpha1\nkind: ${kind}\nmetadata:\n  name: ${name}\n${indented(metadata)}\nspec:\n  a: b\n${indented(spec)}\n`;
}

function imported(...texts: readonly string[]) {
  const files = texts.map((text, index) => ({ name: `file${index + 1}.yaml`, text }));
  const result = importBackstage(files, { entropy: seededEntropy(1), words: english });
  if (!result.ok) throw new Error(result.refusal.message);
  const said = result.report.map(({ level, message }) => `${level}: ${message}`);
  return { ...result, said };
}

function refusal(text: string) {
  const result = importBackstage([{ name: 'c.yaml', text }], { entropy: seededEntropy(1), words: english });
  return result.ok ? null : result.refusal;
}

test.each([
  ['tab', 'a:\n\tb: 1\n', 'syntax', 2],
  ['cut off', 'a: 1\nb: [1, 2\n', 'syntax', 3],
  ['unclosed quote', 'a: "x', 'syntax', 1],
  ['own tag', 'a: 1\nb: !foo x\n', 'unsafe', 2],
  ['loop', 'a: &x\n  - *x\n', 'unsafe', 2],
  ['missing anchor', 'a: *nobody\n', 'syntax', 1],
  ['equal keys', 'a: 1\na: 2\n', 'syntax', 2],
  ['forbidden key', 'a:\n  __proto__: 1\n', 'forbidden-key', 2],
  ['deep brackets', '['.repeat(100_000), 'too-deep', 1],
  ['deep dashes', '- '.repeat(100_000), 'too-deep', 1],
  [
    'deep through aliases',
    `a: &a ${'['.repeat(20)}${']'.repeat(20)}\nb: ${'['.repeat(20)}*a${']'.repeat(20)}\n`,
    'too-deep',
    2,
  ],
  ['no entity', 'a: 1\n', 'not-recognised', undefined],
  ['empty', '', 'not-recognised', undefined],
])('INT-11: %s is refused by file and line', (_, text, reason, line) => {
  expect(refusal(text)).toMatchObject({ reason, file: 'c.yaml', message: expect.stringContaining('c.yaml') });
  expect(refusal(text)?.line).toBe(line);
});

test('INT-11: a bomb of aliases is refused', () => {
  const levels = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const text = levels
    .map(
      (name, i) =>
        `${name}: &${name} [${
          i === 0
            ? '1'
            : Array(9)
                .fill(`*${levels[i - 1]}`)
                .join(', ')
        }]`,
    )
    .join('\n');
  expect(refusal(text)).toMatchObject({ reason: 'unsafe' });
});

test('INT-3: a broken file among good ones is refused in the report', () => {
  const { bundle, report } = imported(entity('Component', 'shop', 'type: website'), 'a: [');
  expect(bundle.systems).toHaveLength(1);
  expect(report[0]).toMatchObject({ level: 'refused', file: 'file2.yaml', line: 1 });
});

test('INT-12: references go across files, whatever the case, in the own namespace before default', () => {
  const { bundle } = imported(
    entity('Component', 'shop', 'type: website\nowner: Team-A\nsystem: SALES', 'namespace: web'),
    entity('Group', 'team-a', 'type: team'),
    entity('group', 'team-a', 'type: team', 'namespace: web\ntitle: Web team'),
    entity('System', 'Sales', 'owner: user:default/ann'),
    entity('User', 'ann', 'memberOf: [team-a]\nprofile: {displayName: Ann, email: ann@example.com}'),
  );
  const party = (name: string) => bundle.parties.find((record) => record.name === name);
  const system = (name: string) => bundle.systems.find((record) => record.name === name);
  expect(bundle.parties).toHaveLength(3);
  expect(system('shop')?.parent).toBe(system('Sales')?.id);
  expect(bundle.assignments).toContainEqual(
    expect.objectContaining({ party: party('Web team')?.id, subject: system('shop')?.id }),
  );
  expect(party('Ann')).toMatchObject({
    type: 'person',
    contact: 'ann@example.com',
    parent: party('team-a')?.id,
  });
});

test('INT-14: an owner who is not in the import is made once, marked and reported', () => {
  const { bundle, said } = imported(
    entity('Component', 'a', 'type: service\nowner: nobody-here'),
    entity('Component', 'b', 'type: service\nowner: group:default/nobody-here'),
  );
  expect(bundle.parties).toMatchObject([
    {
      name: 'nobody-here',
      ext: { backstage: { notInThisImport: true } },
      source: { pointer: 'group:default/nobody-here' },
    },
  ]);
  expect(bundle.assignments).toHaveLength(2);
  expect(said.filter((line) => line.includes('nobody-here'))).toHaveLength(1);
});

test('INT-15: unknown systems and dependencies are only reported', () => {
  const { bundle, said } = imported(
    entity('Component', 'a', 'type: service\nsystem: gone\ndependsOn: [resource:gone]'),
  );
  expect(bundle.systems).toHaveLength(1);
  expect(bundle.dataFlows).toEqual([]);
  expect(said.filter((line) => line.includes('not in this import'))).toHaveLength(2);
});

test.each([
  ['production', 'live'],
  ['Deprecated', 'phasing-out'],
  ['experimental', undefined],
  ['Stable', undefined],
])('INT-16: the lifecycle %s reads as %s', (word, lifecycle) => {
  const { bundle, said } = imported(entity('Component', 'a', `type: service\nlifecycle: ${word}`));
  const [system] = bundle.systems;
  expect(system?.lifecycle).toBe(lifecycle);
  expect(system?.standing).toBeUndefined();
  expect(system?.ext).toMatchObject({ backstage: { spec: { lifecycle: word } } });
  expect(said.some((line) => line.startsWith('ignored') && line.includes(word))).toBe(
    lifecycle === undefined,
  );
});

test('INT-17: libraries and infrastructure are offered, not suggested', () => {
  const { candidates } = imported(
    entity('Component', 'lib', 'type: library'),
    entity('Resource', 'k8s', 'type: kubernetes-cluster'),
    entity('Resource', 'db', 'type: database'),
    entity('Component', 'app', 'type: mobile-app'),
  );
  expect(candidates.map(({ name, suggested }) => [name, suggested])).toEqual([
    ['lib', false],
    ['app', true],
    ['k8s', false],
    ['db', true],
  ]);
});

test.each([
  ['openapi', 'api-call'],
  ['graphql', 'api-call'],
  ['grpc', 'api-call'],
  ['asyncapi', 'event-stream'],
  ['soap', undefined],
])('INT-19: an API of the type %s travels as %s from provider to consumer', (type, pattern) => {
  const { bundle } = imported(
    entity('API', 'orders', `type: ${type}`, 'title: Orders'),
    entity('Component', 'shop', 'type: service\nprovidesApis: [orders]'),
    entity('Component', 'crm', 'type: service\nconsumesApis: [api:default/orders]'),
  );
  const [shop, crm] = bundle.systems;
  expect(bundle.dataFlows).toMatchObject([{ name: 'Orders', from: shop?.id, to: crm?.id }]);
  expect(bundle.dataFlows[0]?.pattern).toBe(pattern);
});

test('INT-21: links that run scripts are left out', () => {
  const metadata = "links:\n  - url: 'javascript:alert(1)'\n  - url: mailto:a@example.com\n  - title: none";
  const { bundle, said } = imported(entity('Component', 'a', 'type: service', metadata));
  expect(bundle.systems[0]?.links?.map(({ url }) => url)).toEqual(['mailto:a@example.com']);
  expect(said.filter((line) => line.includes('A link of'))).toHaveLength(2);
});

test('INT-24: the function of a team is guessed from its words, and only from clear ones', () => {
  const { bundle, said } = imported(
    entity('Group', 'brand-team'),
    entity('Group', 'x', '', 'tags: [DevOps]'),
    entity('Group', 'marketing-engineering'),
    entity('Group', 'kittens'),
  );
  expect(bundle.parties.map((party) => party.function)).toEqual(['marketing', 'it', undefined, undefined]);
  expect(said.filter((line) => line.startsWith('guessed'))).toHaveLength(2);
});

test('INT-22: thousands of systems keep their order, and every record still fits the model', () => {
  const count = 8_000;
  const { bundle } = imported(
    Array.from({ length: count }, (_, i) => entity('Component', `c${i}`, 'type: service')).join('---\n'),
  );
  const orders = bundle.systems.map(({ order }) => order ?? '');
  expect(orders).toHaveLength(count);
  expect(orders.every((order, i) => i === 0 || (orders[i - 1] ?? '') < order)).toBe(true);
  expect(Math.max(...orders.map(({ length }) => length))).toBeLessThan(8);
});

test('INT-25: a catalogue that makes too many flows is refused while they are counted', () => {
  const api = entity('API', 'bus', 'type: openapi');
  const apis = 'type: service\nprovidesApis: [bus]\nconsumesApis: [bus]';
  const texts = Array.from({ length: 300 }, (_, index) => entity('Component', `c${index}`, apis));
  const files = [{ name: 'c.yaml', text: [api, ...texts].join('---\n') }];
  const whole = seededEntropy(1);
  let drawn = 0;
  const entropy = { now: () => whole.now(), random32: () => (drawn++, whole.random32()) };
  expect(importBackstage(files, { entropy, words: english })).toMatchObject({
    ok: false,
    refusal: { reason: 'too-many', pointer: 'dataFlows', message: expect.stringContaining('20000') },
  });
  // Twelve letters an id: none was made beyond the limit.
  expect(drawn).toBeLessThan(12 * 20_400);
});

test('INT-25: an API that a component consumes many times is looked at once', () => {
  const { bundle, said } = imported(
    entity('API', 'bus', 'type: other'),
    entity('Component', 'a', 'type: service\nprovidesApis: [bus, API:bus]'),
    entity('Component', 'b', 'type: service\nconsumesApis: [bus, default/bus, Bus, bus]'),
  );
  expect(bundle.dataFlows).toHaveLength(1);
  expect(said.filter((line) => line.includes('how its data travels'))).toHaveLength(1);
});

test('INT-23: patterns of a Location are tried against the files a bounded number of times', () => {
  const targets = Array.from({ length: 150 }, (_, index) => `./*${'*'.repeat(index)}.yaml`);
  const { said } = imported(
    entity('Location', 'all', `targets: [${targets.map((target) => `"${target}"`).join(', ')}]`),
    entity('System', 'shop'),
  );
  expect(said.join()).toContain('of which 100 of 150 are in this import');
});
