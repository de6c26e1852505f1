/** Two pieces that each build on the other: every reference is there, and still neither can ever be placed. */
export function circularUpdate(): Uint8Array {
  const origin = 128;
  const plainValues = 8;
  const one = 125;
  const piece = (client: number, other: number) => [1, client, 0, origin | plainValues, other, 0, 1, one, 1];
  return Uint8Array.from([2, ...piece(2, 1), ...piece(1, 2), 0]);
}
