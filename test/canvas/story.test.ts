import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { storyOf, type Story } from '../../src/analysis/story';
import { storyWords, spokenStory } from '../../src/canvas/light/storyWords';
import { threadOf } from '../../src/canvas/light/threadOf';
import { layoutJourney } from '../../src/layout/layoutJourney';
import type { MapBuilder } from '../support/mapBuilder';
import { buildMap } from '../support/mapBuilder';

function storyIn(write: (m: MapBuilder) => void, from = 'Pay', to = 'Collect') {
  const m = buildMap(write);
  const journey = m.journey();
  const analysis = analyse(journey);
  const id = m.transitionId(from, to);
  const story = storyOf(
    analysis,
    id,
    analysis.findings.filter(({ records }) => records[0]?.id === id),
  );
  if (!story) throw new Error('the step was judged');
  return { m, analysis, story, thread: threadOf(layoutJourney(journey), story) };
}

function chain(m: MapBuilder): void {
  m.touchpoint('Pay').uses('Gateway', 'writes');
  m.touchpoint('Collect').uses('Tills', 'reads').after('Pay', { customerTime: 'days' });
  m.touchpoint('Elsewhere').uses('Newsletter');
  m.flow('Gateway', 'Orders', { name: 'payments' });
  m.flow('Orders', 'Tills', { name: 'pickups', latency: 'daily', pattern: 'batch-file' });
}

const kindsOf = (thread: ReturnType<typeof threadOf>): readonly string[] =>
  thread.stretches.map(({ kind }) => kind);
/** The points a path begins and ends at, as far as it is drawn with M, H, V and L. */
function endsOf(path: string): readonly [string, string] {
  let [x, y] = ['', ''];
  let first: string | null = null;
  for (const [, command, numbers = ''] of path.matchAll(/([MHVLQ])([^MHVLQ]*)/g)) {
    const parts = numbers.trim().split(/[ ,]+/);
    if (command === 'H') [x] = [parts[0] ?? ''];
    else if (command === 'V') [y] = [parts[0] ?? ''];
    else [x, y] = [parts.at(-2) ?? '', parts.at(-1) ?? ''];
    first ??= `${x},${y}`;
  }
  return [first ?? '', `${x},${y}`];
}

describe('LIT-1: the story of a step that is carried', () => {
  const { m, story, thread } = storyIn(chain);

  test('names the systems and hops of its best route, and the slowest of them', () => {
    expect(story.systems).toEqual([m.id('Gateway'), m.id('Orders'), m.id('Tills')]);
    expect(story.hops.map(({ latency, isSlowest }) => [latency, isSlowest])).toEqual([
      ['hourly', false],
      ['daily', true],
    ]);
    expect(story.tear).toBeNull();
  });

  test('lights the step, both touchpoints, its systems and flows, and nothing else', () => {
    const flows = [m.flowId('Gateway', 'Orders'), m.flowId('Orders', 'Tills')];
    const ends = [m.id('Pay'), m.id('Collect'), m.transitionId('Pay', 'Collect')];
    expect([...story.records].sort()).toEqual([...story.systems, ...flows, ...ends].sort());
  });

  test('is one thread: down from the first card, along tracks and flows, up to the second', () => {
    expect(kindsOf(thread)).toEqual(['drop', 'track', 'flow', 'track', 'flow', 'track', 'drop']);
    const across = thread.stretches.filter(({ kind }) => kind !== 'flow').map(({ path }) => endsOf(path));
    expect(across[0]?.[1]).toBe(across[1]?.[0]);
    expect(across.at(-2)?.[1]).toBe(across.at(-1)?.[0]);
    expect(thread.stations).toHaveLength(2);
  });
});

test('LIT-1: one system in both needs no hop: along its track', () => {
  const { story, thread } = storyIn((m) => {
    m.touchpoint('Pay').uses('Shop');
    m.touchpoint('Collect').uses('Shop').after('Pay');
  });
  expect(story.hops).toEqual([]);
  expect(kindsOf(thread)).toEqual(['drop', 'track', 'drop']);
});

test('LIT-1: past touchpoints that need no system it begins at the one that was judged', () => {
  const { m, story } = storyIn((map) => {
    map.touchpoint('Order').uses('Shop');
    map.touchpoint('Pay', { noSystemNeeded: true }).after('Order');
    map.touchpoint('Collect').uses('Shop').after('Pay');
  });
  expect(story.from).toBe(m.id('Order'));
  expect(story.records).toContain(m.id('Pay'));
});

describe('LIT-2: where it tears', () => {
  test('a broken step shows the gap between the two systems a flow should join', () => {
    const { m, story, thread } = storyIn((map) => {
      map.touchpoint('Pay').uses('Gateway');
      map.touchpoint('Collect').uses('Tills').after('Pay');
    });
    expect(story.tear).toEqual({ from: m.id('Gateway'), to: m.id('Tills') });
    expect(kindsOf(thread)).toEqual(['drop', 'track', 'gap', 'track', 'drop']);
    expect(thread.tear).not.toBeNull();
  });

  test('one that something planned will mend is lit with that thing', () => {
    const { m, story, thread } = storyIn((map) => {
      map.touchpoint('Pay').uses('Gateway');
      map.touchpoint('Collect').uses('Tills').after('Pay');
      map.flow('Gateway', 'Tills', { status: 'planned' });
    });
    expect(story.records).toContain(m.flowId('Gateway', 'Tills'));
    expect(kindsOf(thread)).toContain('gap');
  });

  test('an unknown step is lit where a system is named and marked where none is', () => {
    const { m, story, thread } = storyIn((map) => {
      map.touchpoint('Pay').uses('Gateway');
      map.touchpoint('Collect').after('Pay');
    });
    expect(story.tear).toEqual({ from: m.id('Gateway'), to: null });
    expect(kindsOf(thread)).toEqual(['drop']);
    expect(thread.tear).not.toBeNull();
    const unnamed = storyIn((map) => {
      map.touchpoint('Pay');
      map.touchpoint('Collect').after('Pay');
    });
    expect(unnamed.thread).toEqual({ stretches: [], stations: [], tear: null });
  });
});

describe('LIT-4: in words', () => {
  const { analysis, story } = storyIn(chain);
  const said = (one: Story) => storyWords(one, analysis);

  test('the card says verdict, sentence, every hop with its latency, and the slowest', () => {
    const { title, sentence, lines, slowest } = said(story);
    expect(title).toBe('The story goes on');
    expect(sentence).toContain('Gateway → Orders → Tills');
    expect(lines.map((line) => (line.kind === 'hop' ? `${line.text} ${line.latency}` : line.text))).toEqual([
      'Gateway',
      'payments Hourly',
      'Orders',
      'pickups Daily',
      'Tills',
    ]);
    expect(slowest).toBe('Slowest hop: Daily');
  });

  test('a screen reader hears the same', () => {
    const spoken = spokenStory(analysis, story.transition);
    expect(spoken).toContain(said(story).sentence);
    expect(spoken).toContain('pickups: Daily');
  });
});

test('a step that is gone has no story', () => {
  const { analysis } = storyIn(chain);
  expect(storyOf(analysis, 'gone')).toBeNull();
});
