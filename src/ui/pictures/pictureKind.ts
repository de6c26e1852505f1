/** Bytes at the beginning of the kinds of picture that are taken; `null` stands for any. */
const beginnings: readonly { readonly type: string; readonly bytes: readonly (number | null)[] }[] = [
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', bytes: [0x47, 0x49, 0x46, 0x38] },
  { type: 'image/webp', bytes: [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50] },
];

/** What kind of picture begins with these bytes, whatever the file is called; null for anything else, SVG among it. */
export function pictureKind(start: Uint8Array): string | null {
  const found = beginnings.find(({ bytes }) =>
    bytes.every((byte, index) => byte === null || start[index] === byte),
  );
  return found?.type ?? null;
}
