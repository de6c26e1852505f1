/**
 * One step up or down from a number, kept within its bounds and free of binary dust (0.1 + 0.2 is 0.3).
 * From nothing it begins at the nearest allowed number to 0.
 */
export function stepNumber(from: number | null, by: number, min = -Infinity, max = Infinity): number {
  const within = (value: number): number => Math.min(max, Math.max(min, value));
  if (from === null) return within(0);
  return within(Number((from + by).toPrecision(12)));
}
