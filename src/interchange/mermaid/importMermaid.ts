import type { Entropy } from '../../model/ids';
import { importLimits, refuse, type ImportResult, type ReportEntry } from '../importResult';
import { findJourneys, type FoundJourney } from './findJourneys';
import type { Journey } from './journey';
import { JourneyMapper } from './journeyMapper';
import { isMisread, parseJourney } from './parseJourney';

/** A file as it was opened or dropped; for a pasted text any name will do. */
export interface MermaidFile {
  readonly name: string;
  readonly text: string;
}

/** What an import needs from outside: chance for ids, and the moment that is written down as its source. */
export interface ImportContext {
  readonly entropy: Entropy;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Reads all journeys of the files, one after another along the timeline. Each is read exactly as Mermaid does; where
 * Mermaid refuses or misreads one it is read as it was probably meant, and the report says so. A diagram that cannot be
 * read is reported and the others are taken; when there is none, the whole is refused.
 */
export function importMermaid(files: readonly MermaidFile[], { entropy, now }: ImportContext): ImportResult {
  const size = files.reduce((sum, { text }) => sum + text.length, 0);
  const names = files.map(({ name }) => name).join(', ');
  if (size > importLimits.characters) return refuse('too-big', `${names} is larger than 20 MB.`);
  const report: ReportEntry[] = [];
  const found = withoutRepeats(
    files.flatMap(({ name, text }) => findJourneys(text, name)),
    report,
  );
  const mapper = new JourneyMapper(report, entropy, now);
  for (const diagram of found) {
    const journey = readDiagram(diagram, report);
    if (!journey) continue;
    const isTooLong = Math.max(journey.tasks.length, journey.sections.length) > importLimits.recordsOfAKind;
    if (!isTooLong) mapper.add(journey, diagram);
    const tooMany = isTooLong ? 'tasks' : mapper.kindOverLimit();
    if (tooMany) {
      const message = `${diagram.file} has more than ${importLimits.recordsOfAKind} ${tooMany}; that is more than a map can hold.`;
      return refuse('too-many', message, { file: diagram.file });
    }
  }
  if (!mapper.isEmpty) return { ok: true, bundle: mapper.finish(), report };
  const problem = report.find(({ level }) => level === 'refused');
  if (problem) return refuse('syntax', problem.message, where(problem));
  return refuseEmpty(files, found);
}

/** Documentation shows a diagram beside its own source: what is equal to the letter is taken once. */
function withoutRepeats(found: readonly FoundJourney[], report: ReportEntry[]): readonly FoundJourney[] {
  const first = new Map<string, FoundJourney>();
  for (const diagram of found) {
    const same = first.get(diagram.text);
    if (!same) first.set(diagram.text, diagram);
    else {
      const { file, line } = diagram;
      const message = `This diagram is the same as the one at line ${same.line} of ${same.file} and was taken once`;
      report.push({ level: 'merged', message, file, line });
    }
  }
  return [...first.values()];
}

function where({ file, line }: ReportEntry): { file?: string; line?: number } {
  return { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) };
}

function refuseEmpty(files: readonly MermaidFile[], found: readonly FoundJourney[]): ImportResult {
  const file = files[0]?.name ?? 'The import';
  const [diagram] = found;
  if (diagram) {
    const message = `The journey at line ${diagram.line} of ${diagram.file} has no task and no section.`;
    return refuse('empty', message, { file: diagram.file, line: diagram.line });
  }
  if (files.every(({ text }) => text.replace(/^\uFEFF/, '').trim() === '')) {
    return refuse('empty', `${file} is empty.`, { file });
  }
  return refuse(
    'not-recognised',
    `${file} holds no Mermaid journey: none of its diagrams begins with “journey”.`,
    {
      file,
    },
  );
}

function readDiagram(diagram: FoundJourney, report: ReportEntry[]): Journey | null {
  const { file, text, line: start } = diagram;
  const strict = parseJourney(text, 'strict');
  if (strict.ok && !isMisread(strict)) return strict.journey;
  const repaired = parseJourney(text, 'repair');
  if (!strict.ok) {
    const line = start + strict.line - 1;
    const says = `Mermaid refuses the diagram at line ${line}: ${strict.message}.`;
    if (!repaired.ok) {
      report.push({ level: 'refused', message: says, file, line });
      return null;
    }
    report.push({ level: 'repaired', message: `${says} It was read as it was probably meant`, file, line });
  }
  if (!repaired.ok) return strict.ok ? strict.journey : null;
  for (const { level, message, line } of repaired.journey.repairs) {
    report.push({ level, message, file, line: start + line - 1 });
  }
  return repaired.journey;
}
