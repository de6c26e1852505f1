import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { placesOfFinding } from '../../src/analysis/placesOfFinding';
import { buildMap } from '../support/mapBuilder';
import { everyKind } from './everyKind';
import { mapOf } from './mapOf';

const built = buildMap((m) => {
  m.dataObject('Name', { personal: true, systemOfRecord: 'Hub' }).dataObject('Size');
  m.touchpoint('Sign up', { owner: 'Web' }).uses('Shop').captures('Name').captures('Size');
  m.touchpoint('Collect', { owner: 'Stores' }).uses('Tills').needs('Size').after('Sign up');
  m.flow('Shop', 'Hub', { data: ['Name'] });
});
const journey = built.journey();
const places = (id: string): readonly string[] => {
  const found = analyse(journey).findings.find((one) => one.id.startsWith(id));
  if (!found) throw new Error(`no finding ${id}`);
  return [...placesOfFinding(found, journey)].sort();
};

test('LIT-7: of a flow both ends, of data asked again where it does not arrive, of data alone where it lives', () => {
  const [shop, hub, tills] = ['Shop', 'Hub', 'Tills'].map((name) => built.id(name, 'systems'));
  const flow = built.flowId('Shop', 'Hub');
  expect(places('no-lawful-basis')).toEqual([flow, hub, shop].sort());
  expect(places('asked-again')).toEqual([built.id('Collect'), built.id('Sign up'), tills].sort());
  expect(places('no-retention')).toEqual([flow, hub, shop, built.id('Sign up')].sort());
});

test('LIT-7: every place is on the map', () => {
  const all = analyse(mapOf(everyKind), undefined, { today: '2031-01-01' });
  const { touchpoints, systems, dataFlows, transitions } = all.journey;
  for (const one of all.findings)
    for (const id of placesOfFinding(one, all.journey))
      expect(
        [touchpoints, systems, dataFlows, transitions].some(({ byId }) => byId.has(id)),
        `${one.id}: ${id}`,
      ).toBe(true);
});
