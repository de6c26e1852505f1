import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { lenses, lensMarks } from '../../../src/analysis/lenses/lens';
import { legends, lensLook } from '../../../src/canvas/lenses/lensLooks';

const silent = ['nothing', 'no-personal', 'nothing-said'];

test.each(lenses)('LENS-4: under %s every mark has a sign that no other mark has', (lens) => {
  const signs = lensMarks[lens].filter((mark) => !silent.includes(mark)).map((mark) => lensLook(mark).icon);
  expect(signs).not.toContain(null);
  expect(new Set(signs).size).toBe(signs.length);
});

test.each(lenses)('the legend of %s names nothing twice', (lens) => {
  const keys = legends[lens].map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

const css = await readFile('src/ui/tokens.css', 'utf8');

/** Both values of a token of the form `light-dark(#…, #…)`. */
function colours(token: string): { readonly light: string; readonly dark: string } {
  const found = new RegExp(`--${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
  if (!found?.[1] || !found[2]) throw new Error(`no token ${token}`);
  return { light: found[1], dark: found[2] };
}

/** WCAG 2.2: contrast of two colours, 1 … 21. */
function contrast(a: string, b: string): number {
  const [bright, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** A share of one colour over another, as color-mix in sRGB does it. */
function mixed(top: string, share: number, ground: string): string {
  const part = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  const channels = [1, 3, 5].map((at) => Math.round(part(top, at) * share + part(ground, at) * (1 - share)));
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

for (const theme of ['light', 'dark'] as const) {
  const grounds = ['paper', 'paper-below', 'panel'] as const;
  test.each(grounds)(`LENS-4: what stands back can be read on --%s, ${theme}`, (ground) => {
    const below = colours(ground)[theme];
    expect(contrast(colours('dim-ink')[theme], below)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours('dim-line')[theme], below)).toBeGreaterThanOrEqual(3);
    expect(contrast(colours('lit')[theme], below)).toBeGreaterThanOrEqual(3);
  });

  const tones = ['marketing', 'it', 'shared', 'operations', 'danger', 'late', 'neutral'] as const;
  test.each(tones)(`LENS-4: the line of a card washed in %s can be read, ${theme}`, (tone) => {
    const wash = mixed(colours(`tone-${tone}`)[theme], 0.09, colours('panel')[theme]);
    expect(contrast(colours(`tone-${tone}-text`)[theme], wash)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours('muted-strong')[theme], wash), 'its channel').toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours(`tone-${tone}`)[theme], colours('paper-below')[theme])).toBeGreaterThanOrEqual(3);
  });
}
