import { expect, test } from 'vitest';
import { canvasIntentOf } from '../../../src/app/map/keysOfCanvas';

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

const press = (key: string, held: Partial<typeof none> = {}) =>
  canvasIntentOf({
    key,
    code: /^\d$/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`,
    ...none,
    ...held,
  });

test('KEY-1: what is made and shown by one key is asked for from anywhere on the page', () => {
  expect(press('n')).toBe('touchpoint.create');
  expect(press('S', { shiftKey: true })).toBe('stage.split');
  expect(press('s')).toBe('stage.create');
  expect(press('p')).toBe('paths.open');
  expect(press('w')).toBe('walk.start');
  expect(press('+')).toBe('view.zoom-in');
  expect(press('0')).toBe('view.zoom-100');
});

test('KEY-1: a digit with Shift counts by where it is, whatever sign it types', () => {
  const shifted = (key: string, code: string) => canvasIntentOf({ key, code, ...none, shiftKey: true });
  expect(shifted('!', 'Digit1')).toBe('view.zoom-fit');
  expect(shifted('"', 'Digit2')).toBe('view.zoom-selection');
});

test('KEY-1: keys that mean something everywhere stay what they are', () => {
  for (const key of ['Enter', 'F2', 'Delete', 'Backspace', 'Escape', 'ArrowLeft', ' ', 'Tab'])
    expect(press(key), key).toBeNull();
  expect(press('0', { ctrlKey: true }), 'the browser’s own zoom').toBeNull();
  expect(press('+', { ctrlKey: true })).toBeNull();
  expect(press('n', { ctrlKey: true })).toBeNull();
  expect(press('N', { shiftKey: true }), 'a note becomes a touchpoint').toBeNull();
});
