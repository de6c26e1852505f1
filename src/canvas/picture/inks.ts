/** Everything that has a colour in the picture, and the CSS colour it is: the picture and the elements share one theme. */
const inkColors = {
  paper: 'var(--paper)',
  below: 'var(--paper-below)',
  panel: 'var(--panel)',
  ink: 'var(--ink)',
  words: 'var(--muted-strong)',
  line: 'var(--line)',
  edge: 'light-dark(#8f8d86, #6b7280)',
  drop: 'light-dark(#c9c7c0, #434a57)',
  emotion: 'light-dark(#b9b8b3, #565c68)',
  'dim-line': 'var(--dim-line)',
  lit: 'var(--lit)',
  focus: 'var(--focus)',
  marketing: 'var(--tone-marketing)',
  it: 'var(--tone-it)',
  shared: 'var(--tone-shared)',
  operations: 'var(--tone-operations)',
  danger: 'var(--tone-danger)',
  late: 'var(--tone-late)',
  neutral: 'var(--tone-neutral)',
  'note-yellow': 'light-dark(#fff4c2, #4a4120)',
  'note-green': 'light-dark(#dff3e3, #23402e)',
  'note-blue': 'light-dark(#e0ebfb, #24374f)',
  'note-pink': 'light-dark(#fbe2ea, #4b2a37)',
  'persona-1': 'var(--persona-1)',
  'persona-2': 'var(--persona-2)',
  'persona-3': 'var(--persona-3)',
  'persona-4': 'var(--persona-4)',
} as const;

export type Ink = keyof typeof inkColors;

/** Where colours are forced: grounds are the system's canvas, everything else its text unless it says more (PIC-6). */
const forcedColors: Readonly<Partial<Record<Ink, string>>> = {
  paper: 'Canvas',
  below: 'Canvas',
  panel: 'Canvas',
  'note-yellow': 'Canvas',
  'note-green': 'Canvas',
  'note-blue': 'Canvas',
  'note-pink': 'Canvas',
  'dim-line': 'GrayText',
  lit: 'Highlight',
  focus: 'Highlight',
};

/** The CSS colour of an ink. */
export function inkColor(ink: Ink, isForced: boolean): string {
  return isForced ? (forcedColors[ink] ?? 'CanvasText') : inkColors[ink];
}

const inks = Object.keys(inkColors) as readonly Ink[];
const places = new Map(inks.map((ink, place) => [ink, place]));

/** The place of an ink in a palette. */
export function inkPlace(ink: Ink): number {
  return places.get(ink) ?? 0;
}

/** Colours by the place of their ink: red in the lowest byte, then green, then blue. */
export type Palette = Uint32Array<ArrayBuffer>;

/**
 * Reads what the inks are within an element right now: light, dark or forced, as the page has it.
 * @param theme a theme the page may not have just now; then nothing is forced
 */
export function readPalette(within: HTMLElement, theme?: 'light' | 'dark'): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  within.append(probe);
  const palette = new Uint32Array(inks.length);
  probe.style.forcedColorAdjust = 'none';
  if (theme) probe.dataset['theme'] = theme;
  const isForced = !theme && window.matchMedia('(forced-colors: active)').matches;
  const style = getComputedStyle(probe);
  for (const [place, ink] of inks.entries()) {
    probe.style.color = inkColor(ink, isForced);
    palette[place] = parseColor(style.color);
  }
  probe.remove();
  return palette;
}

/** A computed colour (`rgb(1, 2, 3)` or `rgba(1, 2, 3, 0.5)`) as a palette has it; black for what is none. */
export function parseColor(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) =>
    Math.round(Number(part)),
  );
  return red | (green << 8) | (blue << 16);
}
