import { expect, test } from 'vitest';
import { createAnnouncements } from '../../src/ui/announcements';

function setUp() {
  const due: (() => void)[] = [];
  const spoken: string[] = [];
  const announcements = createAnnouncements((run) => due.push(run));
  const stop = announcements.subscribe((text) => spoken.push(text));
  return { ...announcements, stop, spoken, tick: () => due.splice(0).forEach((run) => run()) };
}

test('news that arrive close together are read as one, each once', () => {
  const { announce, tick, spoken } = setUp();
  announce('Pay renamed');
  announce('Pay renamed');
  announce('Collect moved');
  tick();
  announce('Pay deleted');
  tick();
  expect(spoken).toEqual(['Pay renamed. Collect moved', 'Pay deleted']);
});

test('a flood is cut to three and a number', () => {
  const { announce, tick, spoken } = setUp();
  for (const text of ['a', 'b', 'c', 'd', 'e']) announce(text);
  tick();
  expect(spoken).toEqual(['a. b. c. and 2 more changes']);
});

test('who has stopped listening hears nothing', () => {
  const { announce, tick, spoken, stop } = setUp();
  stop();
  announce('a');
  tick();
  expect(spoken).toEqual([]);
});
