/** The way to measure a text as an element writes it, CSS pixels. Nothing is laid out for it. */
export function textMeasure(element: Element | null): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return (text) => text.length * 8;
  if (element) {
    // The shorthand is empty where a style has more to say than it can hold.
    const { fontWeight, fontSize, fontFamily } = getComputedStyle(element);
    context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  }
  return (text) => context.measureText(text).width;
}
