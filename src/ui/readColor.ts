/**
 * The colour a token has where an element stands, as `rgb(…)`, for painters that know no custom properties (a canvas, a
 * worker, an SVG file). Tokens are light-dark() pairs, so their bare text would not do.
 */
export function readColor(token: `--${string}`, near: Element = document.documentElement): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  probe.hidden = true;
  near.append(probe);
  const color = getComputedStyle(probe).color;
  probe.remove();
  return color;
}
