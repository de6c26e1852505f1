import { inkPlace, type Ink, type Palette } from './inks';
import { detail } from './paintScene';
import { flag, type Boxes, type PictureView, type Scene } from './scene';

/** A canvas's context, in a worker or on the page. */
export type PictureContext = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

/** Smaller text is not written at all (PIC-3), CSS pixels. */
export const leastText = 9;
const family = `'Inter Variable', Inter, system-ui, sans-serif`;
/** Mean width of a letter as a part of the font size: enough to break lines by. */
const letterWidth = 0.56;
const lineHeight = 1.22;

/** Writes what of a scene's words can be read at a view's zoom: names of stages at every zoom, titles of cards from near. */
export function writeTexts(context: PictureContext, scene: Scene, palette: Palette, view: PictureView): void {
  const ink = (name: Ink): string => cssColor(palette[inkPlace(name)] ?? 0);
  context.textBaseline = 'alphabetic';
  writeNames(context, scene.stages, palette, view);
  if (view.zoom < detail.titles) return;
  context.fillStyle = ink('ink');
  const size = Math.max(leastText, 13 * view.zoom) * view.density;
  context.font = `620 ${size}px ${family}`;
  const { rects, texts, flags } = scene.cards;
  for (const [index, text] of texts.entries()) {
    const box = boxAt(rects, index, view);
    if (!isOn(box, view) || text === '') continue;
    context.fillStyle = ink((flags[index] ?? 0) & flag.dim ? 'words' : 'ink');
    writeTitle(context, text, box, size, view.density);
  }
}

/** The lines that a title is broken into: at most so many, each at most so many letters long; the last says if more is left. */
export function brokenLines(text: string, letters: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= letters || line === '') line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== '') lines.push(line);
  const shown = lines.slice(0, most).map((one) => shortened(one, letters));
  const last = shown.at(-1);
  if (lines.length > most && last !== undefined && !last.endsWith('…'))
    shown[shown.length - 1] = `${last.slice(0, letters - 1)}…`;
  return shown;
}

function shortened(text: string, letters: number): string {
  return text.length > letters ? `${text.slice(0, Math.max(1, letters - 1))}…` : text;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function boxAt(rects: Float32Array, index: number, { x, y, zoom, density }: PictureView): Box {
  const scale = zoom * density;
  const at = index * 4;
  return {
    x: x * density + (rects[at] ?? 0) * scale,
    y: y * density + (rects[at + 1] ?? 0) * scale,
    width: (rects[at + 2] ?? 0) * scale,
    height: (rects[at + 3] ?? 0) * scale,
  };
}

function isOn({ x, y, width, height }: Box, view: PictureView): boolean {
  return x < view.width && y < view.height && x + width > 0 && y + height > 0;
}

function writeTitle(context: PictureContext, text: string, box: Box, size: number, density: number): void {
  const inset = 4 * density;
  const room = box.width - 2 * inset;
  const most = Math.floor((box.height - inset) / (size * lineHeight));
  const lines = brokenLines(text, Math.floor(room / (size * letterWidth)), Math.max(1, most));
  const top = box.y + (box.height - lines.length * size * lineHeight) / 2 + size * 0.95;
  for (const [place, line] of lines.entries())
    context.fillText(line, box.x + inset, top + place * size * lineHeight, room);
}

/** Names of stages keep a size that can be read, where the stage is long enough for a few letters of it. */
function writeNames(context: PictureContext, stages: Boxes, palette: Palette, view: PictureView): void {
  const size = Math.max(11, 13 * view.zoom) * view.density;
  context.font = `620 ${size}px ${family}`;
  for (const [index, text] of stages.texts.entries()) {
    const box = boxAt(stages.rects, index, view);
    const room = box.width - 4 * view.density;
    const letters = Math.floor(room / (size * letterWidth));
    if (letters < 4 || text === '' || !isOn(box, view)) continue;
    context.fillStyle = cssColor(palette[stages.inks[index] ?? 0] ?? 0);
    const bottom = box.y + box.height / 2 + Math.max(size * 0.36, 0);
    context.fillText(shortened(text, letters), box.x + 2 * view.density, bottom, room);
  }
}

function cssColor(color: number): string {
  return `rgb(${color & 255} ${(color >> 8) & 255} ${(color >> 16) & 255})`;
}
