import { expect, test } from 'vitest';
import { Heading } from '../../src/canvas/camera/heading';

const shown = { x: 0, y: 0, zoom: 0.5 };
const near = { x: -100, y: -50, zoom: 1 };
const far = { x: -900, y: 0, zoom: 1.25 };

test('a view that glides counts as where it will be, until it is there', async () => {
  const heading = new Heading();
  expect(heading.from(shown)).toBe(shown);
  const arrival = Promise.resolve(true);
  heading.set(near, arrival);
  expect(heading.from(shown)).toBe(near);
  await arrival;
  expect(heading.from(shown)).toBe(shown);
});

test('an earlier glide that ends says nothing of a later one', async () => {
  const heading = new Heading();
  const early = Promise.resolve(true);
  heading.set(near, early);
  heading.set(far, new Promise(() => undefined));
  await early;
  expect(heading.from(shown)).toBe(far);
});

test('a view that is taken in hand goes nowhere any more', () => {
  const heading = new Heading();
  heading.set(near, new Promise(() => undefined));
  heading.leave();
  expect(heading.from(shown)).toBe(shown);
});
