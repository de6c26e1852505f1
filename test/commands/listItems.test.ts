import { expect, test } from 'vitest';
import { addListItem, addListItems } from '../../src/commands/listItems';
import { undo } from '../../src/commands/undoRedo';
import { openTestMap } from '../canvas/openTestMap';

test('LIST-1 several items are added in their order, behind what is there, as one step', () => {
  const { map, built } = openTestMap((m) => void m.touchpoint('Pay'));
  const place = { kind: 'touchpoints', id: built.id('Pay'), field: 'pains' } as const;
  const pains = () => map.journey().touchpoints.all[0]?.pains.map(({ text }) => text);
  addListItem.run(map, { ...place, item: { text: 'Slow' } });
  const texts = ['Queue', 'No receipt', 'Asked twice'];
  expect(addListItems.run(map, { ...place, items: texts.map((text) => ({ text })) })).toMatchObject({
    ok: true,
  });
  expect(pains()).toEqual(['Slow', ...texts]);
  undo.run(map);
  expect(pains()).toEqual(['Slow']);
  expect(addListItems.run(map, { ...place, items: [] })).toEqual({ ok: false, reason: 'nothing-to-do' });
  expect(addListItems.run(map, { ...place, id: 'gone', items: [{ text: 'x' }] }).ok).toBe(false);
});
