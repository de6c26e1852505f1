import type { Entropy } from '../../model/ids';
import { importLimits, refuse, type ImportResult, type ReportEntry } from '../importResult';
import type { MermaidWords } from '../words/en/mermaidWords';
import type { ImportWords } from '../words/importWords';
import { findJourneys, type FoundJourney } from './findJourneys';
import type { Journey } from './journey';
import { JourneyMapper } from './journeyMapper';
import { isMisread, parseJourney } from './parseJourney';

/** A file as it was opened or dropped; for a pasted text any name will do. */
export interface MermaidFile {
  readonly name: string;
  readonly text: string;
}

/** What an import needs from outside: chance for ids, the moment that is written down as its source, and a language. */
export interface ImportContext {
  readonly entropy: Entropy;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly words: ImportWords;
}

/**
 * Reads all journeys of the files, one after another along the timeline. Each is read exactly as Mermaid does; where
 * Mermaid refuses or misreads one it is read as it was probably meant, and the report says so. A diagram that cannot be
 * read is reported and the others are taken; when there is none, the whole is refused.
 */
export function importMermaid(
  files: readonly MermaidFile[],
  { entropy, now, words }: ImportContext,
): ImportResult {
  const size = files.reduce((sum, { text }) => sum + text.length, 0);
  const names = files.map(({ name }) => name).join(', ');
  if (size > importLimits.characters) return refuse('too-big', words.files.tooLarge({ file: names }));
  const limit = importLimits.recordsOfAKind;
  const report: ReportEntry[] = [];
  const found = withoutRepeats(
    files.flatMap(({ name, text }) => findJourneys(text, name)),
    report,
    words.mermaid,
  );
  const mapper = new JourneyMapper(report, { entropy, now, words });
  for (const diagram of found) {
    const journey = readDiagram(diagram, report, words.mermaid);
    if (!journey) continue;
    const isTooLong = Math.max(journey.tasks.length, journey.sections.length) > limit;
    if (!isTooLong) mapper.add(journey, diagram);
    const tooMany = isTooLong ? 'tasks' : mapper.kindOverLimit();
    if (tooMany) {
      const message = words.mermaid.tooMany({ file: diagram.file, limit, of: tooMany });
      return refuse('too-many', message, { file: diagram.file });
    }
  }
  if (!mapper.isEmpty) return { ok: true, bundle: mapper.finish(), report };
  const problem = report.find(({ level }) => level === 'refused');
  if (problem) return refuse('syntax', problem.message, where(problem));
  return refuseEmpty(files, found, words.mermaid);
}

/** Documentation shows a diagram beside its own source: what is equal to the letter is taken once. */
function withoutRepeats(
  found: readonly FoundJourney[],
  report: ReportEntry[],
  words: MermaidWords,
): readonly FoundJourney[] {
  const first = new Map<string, FoundJourney>();
  for (const diagram of found) {
    const same = first.get(diagram.text);
    if (!same) first.set(diagram.text, diagram);
    else {
      const { file, line } = diagram;
      const message = words.sameDiagram({ file: same.file, line: same.line });
      report.push({ level: 'merged', message, file, line });
    }
  }
  return [...first.values()];
}

function where({ file, line }: ReportEntry): { file?: string; line?: number } {
  return { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) };
}

function refuseEmpty(
  files: readonly MermaidFile[],
  found: readonly FoundJourney[],
  words: MermaidWords,
): ImportResult {
  const file = files[0]?.name ?? words.theImport;
  const [diagram] = found;
  if (diagram) {
    const place = { file: diagram.file, line: diagram.line };
    return refuse('empty', words.emptyJourney(place), place);
  }
  if (files.every(({ text }) => text.replace(/^\uFEFF/, '').trim() === '')) {
    return refuse('empty', words.isEmpty({ file }), { file });
  }
  return refuse('not-recognised', words.noJourney({ file }), { file });
}

function readDiagram(diagram: FoundJourney, report: ReportEntry[], words: MermaidWords): Journey | null {
  const { file, text, line: start } = diagram;
  const strict = parseJourney(text, 'strict', words);
  if (strict.ok && !isMisread(strict)) return strict.journey;
  const repaired = parseJourney(text, 'repair', words);
  if (!strict.ok) {
    const line = start + strict.line - 1;
    const refusal = words.refused({ line, problem: strict.message });
    if (!repaired.ok) {
      report.push({ level: 'refused', message: refusal, file, line });
      return null;
    }
    report.push({ level: 'repaired', message: words.readAsMeant({ refusal }), file, line });
  }
  if (!repaired.ok) return strict.ok ? strict.journey : null;
  for (const { level, message, line } of repaired.journey.repairs) {
    report.push({ level, message, file, line: start + line - 1 });
  }
  return repaired.journey;
}
