import { expect, test } from 'vitest';
import { initialsOf } from '../../src/ui/initialsOf';

test.each([
  ['Ana Kern', 'AK'],
  ['Jon van der Reed', 'JR'],
  ['émile', 'É'],
  ['👩‍🔧 Ops', '👩‍🔧O'],
  ['   ', ''],
])('%j has the initials %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
