import type { AuditEvent } from '../../src/doc/wire';
import { personId } from '../access/caller';
import type { AuditEntry } from '../storage/accessStore';

/** A line of the audit log as owners read it. */
export interface AuditLine {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly event: AuditEvent;
  /** The person's id in this map; empty for the server. */
  readonly person: string;
  readonly name: string;
  readonly detail: string;
}

/** The audit log with times and people as owners may see them. */
export function readableAudit(mapId: string, entries: readonly AuditEntry[]): readonly AuditLine[] {
  return entries.map(({ at, event, principal, name, detail }) => ({
    at: new Date(at).toISOString(),
    event,
    person: principal === null ? '' : personId(mapId, principal),
    name,
    detail,
  }));
}

/** The audit log as CSV (RFC 4180). What a spreadsheet would take for a formula is written as text. */
export function auditAsCsv(lines: readonly AuditLine[]): string {
  const rows = lines.map(({ at, event, person, name, detail }) => [at, event, person, name, detail]);
  return [['at', 'event', 'person', 'name', 'detail'], ...rows]
    .map((row) => `${row.map(csvField).join(',')}\r\n`)
    .join('');
}

function csvField(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
