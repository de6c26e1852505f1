import { describe, expect, test } from 'vitest';
import { freePlace } from '../../src/layout/freePlace';
import type { Geometry, Rect, TransitionRoute } from '../../src/layout/geometry';
import { layoutJourney } from '../../src/layout/layoutJourney';
import { card, cardsTop } from '../../src/layout/metrics';
import { overlaps, touches } from '../../src/layout/rectangles';
import {
  atOfX,
  emotionOfY,
  offsetOfY,
  snapPlace,
  xOfAt,
  yOfEmotion,
  yOfOffset,
} from '../../src/layout/timelineScale';
import { hitTest, isAnythingIn, visibleIds } from '../../src/layout/visibleIds';
import { buildMap, editRecord, removeRecord, type MapBuilder } from '../support/mapBuilder';

/** Radius of the sign of a verdict, px. */
const signRadius = 11;

function layoutOf(write: (m: MapBuilder) => void): { m: MapBuilder; g: Geometry } {
  const m = buildMap(write);
  return { m, g: layoutJourney(m.journey()) };
}

function cardOf(g: Geometry, id: string): Rect {
  const found = g.cardById.get(id);
  if (!found) throw new Error(`no card ${id}`);
  return found.rect;
}

function shop(m: MapBuilder): void {
  m.party('Brand', 'marketing').party('Retail IT', 'it');
  m.system('Ad platform', { owner: 'Brand', standing: 'shadow' }).system('Tills', { owner: 'Retail IT' });
  m.system('Desk', { responsible: 'Retail IT' }).system('Unused', { owner: 'Brand' });
  m.touchpoint('See', { emotion: 1, owner: 'Brand' }).uses('Ad platform').uses('Tills');
  m.touchpoint('Buy', { offset: 1, emotion: -1 }).uses('Tills').after('See');
  m.touchpoint('Return', { offset: 0 }).uses('Desk').after('Buy');
  m.stage('First', -0.3, 1.2).stage('Second', 1, 2.5);
  m.flow('Tills', 'Desk', { data: ['returns'], latency: 'daily', pattern: 'batch-file' });
  m.flow('Ad platform', 'Tills', { name: 'hashed email' });
}

describe('scale', () => {
  test('places and emotions survive the way to pixels and back', () => {
    expect(atOfX(xOfAt(3.25))).toBeCloseTo(3.25);
    expect(offsetOfY(yOfOffset(2))).toBe(2);
    expect(emotionOfY(yOfEmotion(-1))).toBe(-1);
    expect(snapPlace({ at: 1.234, offset: -0.6 })).toEqual({ at: 1.25, offset: 0 });
  });
});

describe('an empty map', () => {
  test('LAY-6 still shows timeline, line of visibility and room for systems', () => {
    const { g } = layoutOf(() => {});
    expect(g.bounds.width).toBeGreaterThan(1000);
    expect(g.visibility.y).toBeGreaterThan(cardsTop + 2 * card.height);
    expect(g.bounds.y + g.bounds.height).toBeGreaterThan(g.visibility.y + 100);
    expect(g.rulers).toHaveLength(1);
    expect(g.sections.systems.height).toBeGreaterThan(100);
    expect(g.experience.path).toBe('');
  });
});

describe('stages', () => {
  test('LAY-10, LAY-11 overlapping stages lie in different rows, whichever way round they are stored', () => {
    const { m, g } = layoutOf((m) => m.stage('A', 0, 2).stage('B', 3, 1).stage('C', 2.5, 4));
    const bandOf = (name: string) => g.stages.find((band) => band.id === m.id(name));
    expect(['A', 'B', 'C'].map((name) => bandOf(name)?.row)).toEqual([0, 1, 0]);
    expect(bandOf('B')?.rect).toMatchObject({ x: xOfAt(1), width: xOfAt(2) });
  });

  test('LAY-12 stages of a ruler that is gone belong to the first', () => {
    const { m, g } = layoutOf((m) =>
      m
        .ruler('One', { order: 'a' })
        .ruler('Two', { order: 'b' })
        .stage('A', 0, 1, { ruler: 'Two' })
        .record('stages', 'B', { start: 0, end: 1, ruler: 'gone' }),
    );
    expect(g.stages.map((band) => band.ruler).toSorted()).toEqual([m.id('One'), m.id('Two')]);
    expect(g.rulers.map((rows) => rows.id)).toEqual([m.id('One'), m.id('Two')]);
  });

  test('LAY-13 a new row of stages moves no card', () => {
    const m = buildMap(shop);
    const before = layoutJourney(m.journey());
    const after = layoutJourney(
      editRecord(m.journey(), 'stages', m.id('Second'), { start: 0, end: 9 }),
      {},
      before,
    );
    expect(after.cards).toBe(before.cards);
    expect(after.tracks).toBe(before.tracks);
  });

  test('LAY-14 edges can be hit', () => {
    const { g } = layoutOf(shop);
    for (const { handles } of g.stages) {
      for (const handle of [handles.start, handles.end])
        expect(Math.min(handle.width, handle.height)).toBeGreaterThanOrEqual(24);
    }
  });

  test('LAY-15 colours go by when stages were made, not by where they are', () => {
    const m = buildMap((m) => m.stage('A', 0, 1).stage('B', 2, 3));
    expect(layoutJourney(m.journey()).stages.map((band) => band.color)).toEqual(['orange', 'violet']);
    const moved = layoutJourney(editRecord(m.journey(), 'stages', m.id('A'), { start: 5, end: 6 }));
    expect(moved.stages.map((band) => band.color)).toEqual(['violet', 'orange']);
  });
});

describe('experience', () => {
  test('LAY-20 a touchpoint without emotion has no point', () => {
    const { m, g } = layoutOf(shop);
    expect(g.experience.points.map((point) => point.id)).toEqual([m.id('See'), m.id('Buy')]);
  });

  test('LAY-22 the curve runs through the mean of a place', () => {
    const { g } = layoutOf((m) => {
      m.touchpoint('A', { at: 0, emotion: 0 });
      m.touchpoint('B', { at: 1, emotion: 2 });
      m.touchpoint('C', { at: 1, emotion: -2 });
    });
    expect(g.experience.path.endsWith(`${xOfAt(1)},${yOfEmotion(0)}`)).toBe(true);
  });

  test('LAY-23 one place makes no curve', () => {
    expect(layoutOf((m) => m.touchpoint('A', { emotion: 1 })).g.experience.path).toBe('');
  });
});

describe('touchpoints', () => {
  test('LAY-30, LAY-33 neighbours in alternating rows overlap in x and do not touch', () => {
    const { m, g } = layoutOf(shop);
    const a = cardOf(g, m.id('See'));
    const b = cardOf(g, m.id('Buy'));
    expect(a.x + a.width).toBeGreaterThan(b.x);
    expect(touches(a, b)).toBe(false);
    expect(g.overlaps).toEqual([]);
  });

  test('LAY-33 cards on one another are listed', () => {
    const { m, g } = layoutOf((m) => {
      for (const [name, at] of [
        ['A', 0],
        ['B', 1],
        ['C', 2],
        ['D', 5],
      ] as const)
        m.touchpoint(name, { at });
    });
    expect(g.overlaps.map((group) => group.ids.toSorted())).toEqual([[m.id('A'), m.id('B'), m.id('C')]]);
  });

  test('LAY-31 rows grow, and negative ones count as the first', () => {
    const { m, g } = layoutOf((m) => {
      m.touchpoint('Low', { offset: 5 });
      m.touchpoint('High', { offset: -3 });
    });
    expect(cardOf(g, m.id('High')).y).toBe(yOfOffset(0));
    expect(g.visibility.y).toBeGreaterThan(cardOf(g, m.id('Low')).y + card.height);
  });

  test('LAY-32 a card has the colour of those accountable, not of those who help', () => {
    const { m, g } = layoutOf((m) => {
      m.party('Brand', 'marketing').party('Retail IT', 'it');
      m.touchpoint('Owned', { owner: 'Brand', responsible: 'Retail IT' });
      m.touchpoint('Shared', { owner: ['Brand', 'Retail IT'] });
      m.touchpoint('Nobody', { responsible: 'Retail IT' });
    });
    const tones = ['Owned', 'Shared', 'Nobody'].map((name) => g.cardById.get(m.id(name))?.tone);
    expect(tones).toEqual(['marketing', 'shared', null]);
  });

  test('LAY-34 a free place is kept, a taken one avoided', () => {
    const journey = buildMap(shop).journey();
    expect(freePlace(journey, 7, 1)).toEqual({ at: 7, offset: 1 });
    const place = freePlace(journey, 0, 0);
    const rect = {
      x: xOfAt(place.at) - card.width / 2,
      y: yOfOffset(place.offset),
      width: card.width,
      height: card.height,
    };
    for (const other of layoutJourney(journey).cards) expect(overlaps(rect, other.rect)).toBe(false);
  });
});

describe('transitions', () => {
  test('LAY-40, LAY-47 between rows: out of the side, into top or bottom beside the drop-line', () => {
    const { m, g } = layoutOf(shop);
    const [down, up] = g.transitions;
    expect(down).toMatchObject({ exit: 'right', entry: 'top', endDirection: 'down' });
    expect(up).toMatchObject({ exit: 'right', entry: 'bottom', endDirection: 'up' });
    expect(down?.end.x).not.toBe(g.cardById.get(m.id('Buy'))?.centerX);
    expect(down?.start.x).toBe(cardOf(g, m.id('See')).x + card.width);
  });

  test('LAY-41, LAY-46 there and back in one row are two lines', () => {
    const { g } = layoutOf((m) => {
      m.touchpoint('A', { at: 0 });
      m.touchpoint('B', { at: 2 }).after('A').leadsTo('A');
    });
    const [there, back] = g.transitions;
    expect(there).toMatchObject({ exit: 'right', entry: 'left' });
    expect(back).toMatchObject({ exit: 'left', entry: 'right' });
    expect(there?.start.y).not.toBe(back?.end.y);
  });

  test('LAY-42 cards below one another are joined at their side', () => {
    const { g } = layoutOf((m) => {
      m.touchpoint('A', { at: 0 });
      m.touchpoint('B', { at: 0, offset: 1 }).after('A');
    });
    expect(g.transitions[0]).toMatchObject({ exit: 'right', entry: 'right', endDirection: 'left' });
  });

  test('LAY-43, LAY-44 self loop and drop-out', () => {
    const { g } = layoutOf((m) => m.touchpoint('A').leadsTo('A').leadsTo(null));
    const [self, out] = g.transitions;
    expect(self).toMatchObject({ entry: 'top', stopBar: null });
    expect(out).toMatchObject({ to: null, entry: null, endDirection: 'right' });
    expect(out?.stopBar?.x).toBe(out?.end.x);
  });

  test('LAY-45 a line takes a lane when a card is in the way', () => {
    const { g } = layoutOf((m) => {
      m.touchpoint('A', { at: 0 });
      m.touchpoint('Between', { at: 2 });
      m.touchpoint('B', { at: 4 }).after('A');
    });
    expect(g.transitions[0]?.entry).toBe('top');
    expect(g.transitions[0]?.bounds.y).toBeLessThan(cardsTop);
  });

  test('LAY-46 parallel transitions fan out', () => {
    const { g } = layoutOf((m) => {
      m.touchpoint('A');
      m.touchpoint('B', { offset: 1 }).after('A').after('A');
    });
    const [first, second] = g.transitions;
    // The outer line starts higher and arrives further right: they do not cross.
    expect(first?.start.y).toBeLessThan(second?.start.y ?? 0);
    expect(first?.end.x).toBeGreaterThan(second?.end.x ?? 0);
  });

  test('LAY-48 labels of a fork keep clear of each other', () => {
    const { m, g } = layoutOf((m) => {
      m.touchpoint('Up', { at: 2, offset: 0 });
      m.touchpoint('Down', { at: 0, offset: 2 });
      m.touchpoint('Fork', { at: 0, offset: 1 }).leadsTo('Up').leadsTo('Down');
    });
    const up = g.transitions.find(({ to }) => to === m.id('Up'));
    const down = g.transitions.find(({ to }) => to === m.id('Down'));
    expect((down?.label.y ?? 0) - (up?.label.y ?? 0)).toBeGreaterThanOrEqual(22);
  });

  test('LAY-49 what a line says ends before its sign, and no other line runs through it', () => {
    const { m, g } = layoutOf((m) => {
      m.touchpoint('Next', { at: 2, offset: 0 });
      m.touchpoint('Fork', { at: 0, offset: 1 })
        .leadsTo('Next', { share: 70 })
        .leadsTo('Below', { share: 30 });
      m.touchpoint('Below', { at: 0, offset: 2 }).leadsTo('Fork', { kind: 'loop' });
    });
    const to = (name: string): TransitionRoute => {
      const found = g.transitions.find((line) => line.to === m.id(name) && line.from === m.id('Fork'));
      if (!found) throw new Error(`No line to ${name}`);
      return found;
    };
    const next = to('Next');
    expect(next.label.x + next.label.maxWidth).toBeLessThanOrEqual(next.badge.x - signRadius);
    const below = to('Below');
    expect(below.label.x).toBeGreaterThan(below.badge.x + signRadius);
    expect(below.label.y).toBeGreaterThan(next.start.y + 8);
  });
});

describe('systems', () => {
  test('LAY-60, LAY-61 tracks stand in groups by owner, the unused last', () => {
    const { m, g } = layoutOf(shop);
    expect(g.tracks.map((track) => [track.id, track.group])).toEqual([
      [m.id('Ad platform'), 'marketing'],
      [m.id('Tills'), 'it'],
      [m.id('Desk'), 'it'],
      [m.id('Unused'), 'unused'],
    ]);
  });

  test('LAY-62 order keys go before first use', () => {
    const { m, g } = layoutOf((m) => {
      m.touchpoint('A').uses('Early').uses('Second');
      m.touchpoint('B').uses('Late');
      m.system('Late', { order: 'a' });
    });
    expect(g.tracks.map((track) => track.id)).toEqual([m.id('Late'), m.id('Early'), m.id('Second')]);
  });

  test('LAY-63 parts stand below what they are part of', () => {
    const { m, g } = layoutOf((m) => {
      m.touchpoint('A').uses('Shop').uses('Other').uses('Search');
      m.system('Search', { parent: 'Shop', order: '0' });
    });
    const ids = g.tracks.map((track) => track.id);
    expect(ids.indexOf(m.id('Search'))).toBe(ids.indexOf(m.id('Shop')) + 1);
    expect(g.trackById.get(m.id('Search'))?.depth).toBe(1);
  });

  test('LAY-64, LAY-65, LAY-70 tracks reach all their stations and arrows', () => {
    const { g } = layoutOf(shop);
    for (const track of g.tracks) {
      const xs = track.stations.map((station) => station.x);
      for (const flow of g.flows) if ([flow.from, flow.to].includes(track.id)) xs.push(flow.start.x);
      for (const x of xs) expect(x > track.bar.x && x < track.bar.x + track.bar.width).toBe(true);
    }
    expect(g.tracks.at(-1)?.stations).toEqual([]);
    expect(g.tracks.at(-1)?.bar.width).toBeGreaterThan(0);
  });

  test('LAY-66 the gutter names owners and standing', () => {
    const { m, g } = layoutOf(shop);
    expect(g.trackById.get(m.id('Ad platform'))?.label).toMatchObject({
      owners: ['Brand'],
      notSanctioned: true,
    });
    expect(g.trackById.get(m.id('Desk'))?.label).toMatchObject({ owners: [], notSanctioned: false });
  });

  test('LAY-50, LAY-51 drop-lines run from emotion to the lowest station', () => {
    const { m, g } = layoutOf(shop);
    const line = g.dropLines.find((one) => one.id === m.id('See'));
    expect(line?.above?.from).toBe(yOfEmotion(1));
    expect(line?.below?.to).toBe(g.trackById.get(m.id('Tills'))?.y);
    expect(layoutOf((m) => m.touchpoint('Bare')).g.dropLines).toEqual([]);
  });
});

describe('data flows', () => {
  test('LAY-74 labels say what travels and how late', () => {
    const { g } = layoutOf(shop);
    expect(g.flows.map((flow) => flow.label?.text)).toEqual(['returns · nightly', 'hashed email']);
  });

  test('LAY-74, LNG-3 labels say how late in the words of the interface', () => {
    const latenessWords = {
      nightly: 'jede Nacht',
      daily: 'täglich',
      weekly: 'wöchentlich',
      byHand: 'von Hand',
    };
    const g = layoutJourney(buildMap(shop).journey(), { latenessWords });
    expect(g.flows.map((flow) => flow.label?.text)).toEqual(['returns · jede Nacht', 'hashed email']);
  });

  test('LAY-72, LAY-73 many flows between two systems keep apart', () => {
    const { g } = layoutOf((m) => {
      m.touchpoint('A').uses('One');
      m.touchpoint('B', { at: 4 }).uses('Two');
      for (let i = 0; i < 4; i++) m.flow('One', 'Two', { name: 'flow' });
    });
    const xs = g.flows.map((flow) => flow.start.x);
    expect(new Set(xs).size).toBe(4);
    for (const x of xs) for (const point of g.cards) expect(Math.abs(x - point.centerX)).toBeGreaterThan(6);
    const labels = g.flows.map((flow) => flow.label?.rect);
    for (const a of labels) for (const b of labels) if (a && b && a !== b) expect(overlaps(a, b)).toBe(false);
  });

  test('LAY-71 an arrow stands before the station it serves, or behind its source where it cannot', () => {
    const { m, g } = layoutOf((m) => {
      m.touchpoint('A', { at: 0 }).uses('One');
      m.touchpoint('B', { at: 4 }).uses('Two');
      m.flow('One', 'Two').flow('Two', 'One');
    });
    const [there, back] = g.flows;
    expect(there?.start.x).toBeGreaterThan(xOfAt(3));
    expect(there?.start.x).toBeLessThan(xOfAt(4));
    expect(back?.start.x).toBeGreaterThan(xOfAt(4));
    expect(g.trackById.get(m.id('One'))?.bar.width).toBeGreaterThan(xOfAt(4));
  });

  test('LAY-75 a flow from a touchpoint starts at its card', () => {
    const { m, g } = layoutOf((m) => {
      m.touchpoint('A').uses('One');
      m.flow('A', 'One');
    });
    expect(g.flows[0]?.start.y).toBe(cardOf(g, m.id('A')).y + card.height);
  });
});

describe('identity', () => {
  test('LAY-2 an edit that changes no geometry gives the same geometry', () => {
    const m = buildMap(shop);
    const before = layoutJourney(m.journey());
    const renamed = editRecord(m.journey(), 'touchpoints', m.id('Buy'), { title: 'Purchase' });
    expect(layoutJourney(renamed, {}, before)).toBe(before);
  });

  test('LAY-2 moving one card keeps the others and what hangs on them', () => {
    const m = buildMap((m) => {
      shop(m);
      m.touchpoint('Far', { at: 20 });
    });
    const before = layoutJourney(m.journey());
    const after = layoutJourney(editRecord(m.journey(), 'touchpoints', m.id('Far'), { at: 21 }), {}, before);
    expect(after.cards).not.toBe(before.cards);
    expect(after.cards.slice(0, 3)).toEqual(before.cards.slice(0, 3));
    for (const [index, kept] of before.cards.slice(0, 3).entries()) expect(after.cards[index]).toBe(kept);
    expect(after.transitions).toBe(before.transitions);
    expect(after.flows).toBe(before.flows);
    expect(after.stages).toBe(before.stages);
  });

  test('LAY-2 deleting a transition keeps all that is not at the same sides', () => {
    const m = buildMap(shop);
    const before = layoutJourney(m.journey());
    const after = layoutJourney(
      removeRecord(m.journey(), 'transitions', m.transitionId('See', 'Buy')),
      {},
      before,
    );
    expect(after.transitions).toHaveLength(1);
    expect(after.transitions[0]).toBe(before.transitions[1]);
    expect(after.cards).toBe(before.cards);
  });
});

describe('finding', () => {
  test('LAY-90 what is seen is found, what is far is not', () => {
    const { m, g } = layoutOf((m) => {
      shop(m);
      m.touchpoint('Far', { at: 200 });
    });
    const visible = visibleIds(g, { x: -100, y: 0, width: 400, height: 900 });
    expect(visible.cards.has(m.id('See'))).toBe(true);
    expect(visible.cards.has(m.id('Far'))).toBe(false);
    expect(visible.tracks.has(m.id('Tills'))).toBe(true);
  });

  test('LAY-91 cards, stage edges and stations are hit', () => {
    const { m, g } = layoutOf(shop);
    expect(hitTest(g, { x: 0, y: yOfOffset(0) + 10 })).toEqual({ kind: 'card', id: m.id('See') });
    const band = g.stages[0];
    expect(hitTest(g, { x: band?.rect.x ?? 0, y: band?.label.y ?? 0 })).toEqual({
      kind: 'stage-start',
      id: m.id('First'),
    });
    const track = g.trackById.get(m.id('Tills'));
    expect(hitTest(g, { x: xOfAt(1), y: track?.y ?? 0 })).toEqual({
      kind: 'station',
      id: m.usageId('Buy', 'Tills'),
    });
    expect(hitTest(g, { x: 50_000, y: 0 })).toBeNull();
  });

  test('LAY-92 a view shows nothing of the map when nothing in it touches the map', () => {
    const { g } = layoutOf(shop);
    const { x, y } = g.bounds;
    expect(isAnythingIn(g, g.bounds)).toBe(true);
    expect(isAnythingIn(g, { x: x - 900, y: y - 900, width: 400, height: 400 })).toBe(false);
  });

  test('LAY-80 notes lie where they were put, also above the first row', () => {
    const { g } = layoutOf((m) => m.note('Hello', { at: 2, offset: -1 }));
    expect(g.notes[0]?.rect.y).toBeLessThan(cardsTop);
  });
});
