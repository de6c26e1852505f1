/** Writes one line for the operator. No document text, no full map ids, no cookies: a log is read by many. */
export type Log = (line: string) => void;

/** As much of a map's id as a log may hold: enough to find the row, too little to open the map. */
export function shortMapId(mapId: string): string {
  return `${mapId.slice(0, 6)}…`;
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
