import type { MermaidWords } from '../words/en/mermaidWords';
import type { ParsedJourney } from './journey';
import { parseRepair } from './parseRepair';
import { parseStrict } from './parseStrict';

/** `strict`: exactly what Mermaid reads. `repair`: what was probably meant. */
export type ParseMode = 'strict' | 'repair';

/** Reads the text of one `journey` diagram. */
export function parseJourney(text: string, mode: ParseMode, words: MermaidWords): ParsedJourney {
  return mode === 'strict' ? parseStrict(text, words) : parseRepair(text, words);
}

/**
 * Whether Mermaid accepted a diagram it did not understand: a score that is no number, or an actor that is one, as in
 * “User: Visit home: 5: Happy” and “Time 10:30: 4: Me”.
 */
export function isMisread(parsed: ParsedJourney): boolean {
  if (!parsed.ok) return true;
  return parsed.journey.tasks.some(
    ({ score, actors }) => Number.isNaN(score) || actors.some((actor) => /^\d+(\.\d+)?$/.test(actor)),
  );
}
