/**
 * The gesture in which a record is made and named: both together are one step of undo, and making it and taking it away
 * again unnamed are none.
 */
export function gestureOfNew(id: string): string {
  return `new ${id}`;
}
