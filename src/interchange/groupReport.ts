import type { ImportReport, ReportEntry } from './importResult';

/** A line of a report as a person reads it. */
export interface ReportLine {
  readonly entry: ReportEntry;
  /** How many entries that say the same about something else are left out after it. */
  readonly more: number;
}

/**
 * A report for reading: of entries that differ only in names, places and numbers the first few stand for all, in the
 * order of the report, and the last of them says how many more there are. The same words about the same place are said
 * once.
 *
 * @param examples how many entries of a group are shown
 */
export function groupReport(report: ImportReport, examples = 5): readonly ReportLine[] {
  const lines: ReportLine[] = [];
  const groups = new Map<string, { entry: ReportEntry; more: number }[]>();
  const said = new Set<string>();
  for (const entry of report) {
    const words = JSON.stringify([entry.level, entry.message, entry.file, entry.line, entry.pointer]);
    if (said.has(words)) continue;
    said.add(words);
    const key = withoutNames(entry);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    const last = group.at(-1);
    if (last && group.length >= examples) last.more++;
    else {
      const line = { entry, more: 0 };
      group.push(line);
      lines.push(line);
    }
  }
  return lines;
}

/** How many lines like the one before were left out, in a sentence. */
export function moreLikeThis(count: number): string {
  return `… and ${count.toLocaleString('en')} more like this`;
}

/** A name in the quotation marks of either language. */
const quoted = /“[^”]*”|„[^“]*“/g;
/** A number, with a point or comma where the language wants one. */
const number = /\d+(?:[.,]\d+)*/g;

/** What an entry says, whoever it is about. */
function withoutNames({ level, message, file, pointer }: ReportEntry): string {
  let words = message;
  for (const name of [pointer, file]) if (name) words = words.replaceAll(name, '…');
  return `${level} ${words.replaceAll(quoted, '…').replaceAll(number, '0')}`;
}
