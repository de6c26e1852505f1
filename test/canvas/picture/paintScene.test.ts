import { expect, test } from 'vitest';
import { inkColor, inkPlace, parseColor, type Ink } from '../../../src/canvas/picture/inks';
import { makeScene } from '../../../src/canvas/picture/makeScene';
import { runInSlices } from '../../../src/store/runInSlices';
import { mixColors, PixelBuffer } from '../../../src/canvas/picture/pixelBuffer';
import { flag, memoryOf } from '../../../src/canvas/picture/scene';
import { derivedOf } from '../../../src/store/derived';
import { openTestMap } from '../openTestMap';
import { paintedAt, sceneOf, testPalette } from './testScene';

const { map, built } = openTestMap((m) => {
  m.party('Shop team', 'marketing');
  m.stage('Decide', 0, 3);
  m.touchpoint('Look').uses('Shop');
  m.touchpoint('Pay').uses('Till');
  m.transition('Look', 'Pay');
  m.note('Ask legal', { at: 1 });
});
const color = (ink: Ink): number => testPalette[inkPlace(ink)] ?? 0;
const { shown } = derivedOf(map.mirror).store.getState();
const rectOf = (title: string) => {
  const card = shown.cardById.get(built.id(title));
  if (!card) throw new Error('the card is laid out');
  return card.rect;
};

test('PIC-4: cards, tracks and paper have the colours of the elements', () => {
  const look = rectOf('Look');
  const at = paintedAt(sceneOf(map), 0.4, { x: look.x - 100, y: look.y - 200 });
  expect(at(look.x + look.width / 2, look.y + look.height / 2)).toBe(color('panel'));
  expect(at(look.x - 60, look.y - 190)).toBe(color('paper'));
  const track = shown.tracks[0];
  if (!track) throw new Error('a track is laid out');
  const fill = mixColors(color('below'), color(track.tone ?? 'neutral'), 0.2);
  const low = paintedAt(sceneOf(map), 1, { x: track.bar.x - 100, y: track.bar.y - 200 });
  expect(low(track.bar.x + 4, track.bar.y + 4)).toBe(fill);
});

test('PIC-4: what a filter dims, a light lights and somebody selects is marked in the scene', () => {
  const flagsOf = (title: string): number => {
    const { cards } = sceneOf(map);
    return cards.flags[cards.ids.indexOf(built.id(title))] ?? 0;
  };
  const rest = flagsOf('Look');
  map.view.setState({ matching: new Set([built.id('Pay')]) });
  expect(flagsOf('Look')).toBe(rest | flag.dim);
  expect(flagsOf('Pay')).toBe(rest);
  map.view.setState({
    matching: null,
    lights: { impact: { ids: new Set([built.id('Look')]), dimsRest: true } },
  });
  expect(flagsOf('Look')).toBe(rest | flag.lit);
  expect(flagsOf('Pay')).toBe(rest | flag.dim);
  map.view.setState({ lights: {}, selection: [{ kind: 'touchpoints', id: built.id('Pay') }] });
  expect(flagsOf('Pay')).toBe(rest | flag.selected);
  map.view.setState({ selection: [] });
});

test('a selected card has an outline in the colour of the focus, also where it is a few pixels small', () => {
  map.view.setState({ selection: [{ kind: 'touchpoints', id: built.id('Look') }] });
  const look = rectOf('Look');
  const at = paintedAt(sceneOf(map), 0.05, { x: look.x - 1_000, y: look.y - 1_000 });
  const outline = Array.from({ length: 60 }, (_, step) => at(look.x + look.width / 2, look.y - 60 + step));
  expect(outline).toContain(color('focus'));
  map.view.setState({ selection: [] });
});

test('a scene goes to a worker in one piece: all its memory is handed over, each part once', () => {
  const memory = memoryOf(sceneOf(map));
  expect(memory.length).toBe(4 * 4 + 5 * 4 + 2 * 2 + 1);
  expect(new Set(memory).size).toBe(memory.length);
});

test('edges of a rectangle cover as much of a pixel as they reach into it', () => {
  const pixels = new PixelBuffer(4, 1);
  pixels.fillRows(0, 1, 0);
  pixels.fillRect(0.5, 0, 2, 1, 0xffffff);
  const reds = [0, 1, 2, 3].map((column) => pixels.bytes[column * 4]);
  expect(reds).toEqual([127, 255, 127, 0]);
});

test('a slanted line is as dark as a straight one of its breadth', () => {
  const ink = (draw: (pixels: PixelBuffer) => void): number => {
    const pixels = new PixelBuffer(40, 40);
    pixels.fillRows(0, 40, 0);
    draw(pixels);
    return pixels.bytes.reduce((sum, value, at) => (at % 4 === 0 ? sum + value : sum), 0) / 255;
  };
  const straight = ink((pixels) => pixels.line(5, 20, 35, 20, 1.5, 0xffffff));
  const slanted = ink((pixels) => pixels.line(5, 5, 29, 23, 1.5, 0xffffff));
  expect(straight).toBeCloseTo(45, 0);
  expect(slanted / straight).toBeGreaterThan(0.95);
  expect(slanted / straight).toBeLessThan(1.05);
});

test('what lies outside of the picture is left out', () => {
  const pixels = new PixelBuffer(3, 3);
  pixels.fillRows(-5, 9, 0x010203);
  pixels.fillRect(-10, -10, 5, 5, 0xffffff);
  pixels.line(-4, 8, 9, 20, 2, 0xffffff);
  pixels.disc(40, 40, 3, 0xffffff);
  expect(new Set(pixels.bytes)).toEqual(new Set([3, 2, 1, 255]));
});

test('PIC-6: where colours are forced grounds, lines and what stands out have those of the system', () => {
  expect(['paper', 'panel', 'note-pink'].map((ink) => inkColor(ink as Ink, true))).toEqual([
    'Canvas',
    'Canvas',
    'Canvas',
  ]);
  expect(inkColor('marketing', true)).toBe('CanvasText');
  expect(inkColor('focus', true)).toBe('Highlight');
  expect(inkColor('marketing', false)).toBe('var(--tone-marketing)');
});

test('PIC-7: drawn a few milliseconds at a time or at once, the scene is the same', async () => {
  const source = { world: derivedOf(map.mirror).store.getState(), view: map.view.getState() };
  const slowly = await new Promise((resolve) => runInSlices(makeScene(source), resolve));
  expect(slowly).toEqual(sceneOf(map));
});

test('PIC-7: work that was stopped tells nothing', async () => {
  let told = false;
  const stop = runInSlices(
    (function* steps(): Generator<undefined, number> {
      yield;
      return 1;
    })(),
    () => {
      told = true;
    },
  );
  stop();
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(told).toBe(false);
});

test('a computed colour is read as red, green and blue', () => {
  expect(parseColor('rgb(1, 2, 3)')).toBe(0x030201);
  expect(parseColor('rgba(255, 0, 16, 0.5)')).toBe(0x1000ff);
});
