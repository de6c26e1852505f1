const format = new Intl.NumberFormat('de', { maximumFractionDigits: 20 });

/** A number as German writes it, with a real minus. */
export function written(value: number): string {
  return format.format(value).replace('-', '−');
}

/** Several words as in a sentence: `„a“, „b“ und „c“`. */
export function quotedList(words: readonly string[], joint: 'und' | 'oder'): string {
  const quoted = words.map((word) => `„${word}“`);
  if (quoted.length < 2) return quoted.join('');
  return `${quoted.slice(0, -1).join(', ')} ${joint} ${quoted.at(-1)}`;
}
