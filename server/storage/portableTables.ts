/** A value as SQLite gives it; in Postgres a `flag` is a BOOLEAN. */
export type ColumnKind = 'text' | 'number' | 'bytes' | 'flag';

/** A table that both stores have. */
export interface PortableTable {
  readonly name: string;
  readonly columns: readonly PortableColumn[];
  /** What Postgres orders its rows by, so that lists read the same after they were carried over. */
  readonly order: string;
  /** How many rows are carried at once: what memory that takes is a matter of how large one may be. */
  readonly batch: number;
}

export interface PortableColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Its name in Postgres, where that is another. */
  readonly postgres: string;
}

/**
 * All that is kept, as both stores have it: what a backup holds. Not in here are numbers that only order rows (`n`) or
 * tell processes of one store that something has changed (`access.version`, `closings`).
 */
export const portableTables: readonly PortableTable[] = [
  table('docs', 'created_at, id', 1_000, {
    id: 'text',
    head: 'number',
    epoch: 'number',
    createdAt: ['number', 'created_at'],
  }),
  table('updates', 'doc, seq', 200, { doc: 'text', seq: 'number', data: 'bytes', sha256: 'bytes' }),
  table('snapshots', 'doc, upto', 4, {
    doc: 'text',
    upto: 'number',
    data: 'bytes',
    sha256: 'bytes',
    adopted: 'flag',
  }),
  table('writers', 'doc, client', 1_000, { doc: 'text', client: 'number', principal: 'text' }),
  table('access', '"createdAt", doc', 1_000, { doc: 'text', addressRole: 'text', createdAt: 'number' }),
  table('links', 'n', 1_000, {
    doc: 'text',
    id: 'text',
    secretHash: 'text',
    role: 'text',
    label: 'text',
    expiresAt: 'number',
    usesLeft: 'number',
    used: 'number',
    createdBy: 'text',
    createdAt: 'number',
    lastUsedAt: 'number',
    revokedAt: 'number',
  }),
  table('grants', 'n', 1_000, {
    doc: 'text',
    principal: 'text',
    role: 'text',
    link: 'text',
    grantedAt: 'number',
    endedAt: 'number',
  }),
  table('people', 'principal', 1_000, { principal: 'text', name: 'text', actor: 'text', account: 'flag' }),
  table('sessions', 'id', 1_000, { id: 'text', principal: 'text', expiresAt: 'number' }),
  table('audit', 'n', 1_000, {
    doc: 'text',
    at: 'number',
    event: 'text',
    principal: 'text',
    name: 'text',
    detail: 'text',
  }),
];

function table(
  name: string,
  order: string,
  batch: number,
  columns: Readonly<Record<string, ColumnKind | readonly [ColumnKind, string]>>,
): PortableTable {
  const listed = Object.entries(columns).map(([column, kind]) =>
    typeof kind === 'string'
      ? { name: column, kind, postgres: column }
      : { name: column, kind: kind[0], postgres: kind[1] },
  );
  return { name, order, batch, columns: listed };
}
