import { expect, test } from 'vitest';
import { personaLook } from '../../src/canvas/paths/personaLook';
import { buildMap } from '../support/mapBuilder';

const names = ['Ada', 'Ben', 'Cem', 'Dua', 'Eva', 'Fin', 'Gil', 'Hua', 'Ivo'];
const map = buildMap((m) => {
  for (const name of names) m.persona(name);
});
const all = map.journey().personas.all;
const look = (shown: readonly string[], name: string) =>
  personaLook(
    all,
    shown.map((one) => map.id(one, 'personas')),
    map.id(name, 'personas'),
  );
const inMapOrder = all.map(({ name }) => name);
const [first = '', second = '', , , fifth = '', , , , ninth = ''] = inMapOrder;

test('PATH-2: a persona has the same colour and pattern whoever else is shown', () => {
  expect(look([first, second], first)).toEqual(look([second, first], first));
  expect(look([second], second)).toEqual(look([first, second], second));
});

test('PATH-2: of two who would look alike the one chosen later takes a look nobody shown has', () => {
  const shown = [first, fifth, ninth, second];
  const looks = shown.map((name) => look(shown, name));
  expect(new Set(looks.map(({ color }) => color)).size).toBe(4);
  expect(new Set(looks.map(({ dashes }) => dashes)).size).toBe(4);
  expect(looks[0], 'chosen first, nothing changes').toEqual(look([first], first));
  expect(look([first], fifth), 'in the list, before it is chosen').toEqual(look([first, fifth], fifth));
});

test('PATH-2: in the list a fifth, who cannot be shown beside four, looks as it would alone', () => {
  expect(look([first, second, 'Cem', 'Dua'], fifth)).toEqual(look([], fifth));
});
