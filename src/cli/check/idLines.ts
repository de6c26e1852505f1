/** The line, from 1, on which each record's id first stands in a file of ours; ids written with escapes have none. */
export function idLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let line = 1;
  for (const [, id] of text.matchAll(/\n|"id"\s*:\s*"([A-Za-z0-9_.:-]{1,128})"/g)) {
    if (id === undefined) line++;
    else if (!lines.has(id)) lines.set(id, line);
  }
  return lines;
}
