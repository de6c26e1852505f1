/** One task of a Mermaid journey, as it was read. */
export interface JourneyTask {
  /** The section it belongs to, by its place among `sections`; −1 before the first one. */
  readonly section: number;
  /** With the blanks Mermaid leaves at its end; entities are still encoded. */
  readonly name: string;
  /** As written: any number, NaN where there is no number. */
  readonly score: number;
  /** The score's own text, trimmed: tells 0 from nothing, and what was no number. */
  readonly scoreText: string;
  /** In order, empty names included. */
  readonly actors: readonly string[];
  readonly line: number;
  /** What stood in a field Mermaid has no meaning for ("Happy"); repair mode only. */
  readonly remark?: string;
}

export interface JourneySection {
  readonly name: string;
  readonly line: number;
}

/** A `%% cjm {json}` line: what Mermaid cannot hold, in a comment it passes over. */
export interface CjmLine {
  readonly json: string;
  readonly line: number;
}

/** Something that was taken as it was probably meant (or had to be left out), and where. */
export interface Repair {
  readonly level: 'repaired' | 'guessed' | 'ignored';
  readonly message: string;
  readonly line: number;
}

/** What a Mermaid `journey` says. Lines count from 1 in the text that was parsed. */
export interface Journey {
  readonly title: string;
  readonly accTitle: string;
  readonly accDescr: string;
  /** `title` of the front matter; null when there is none. */
  readonly frontMatterTitle: string | null;
  readonly sections: readonly JourneySection[];
  readonly tasks: readonly JourneyTask[];
  readonly cjm: readonly CjmLine[];
  /** Empty in strict mode. */
  readonly repairs: readonly Repair[];
}

export type ParsedJourney =
  | { readonly ok: true; readonly journey: Journey }
  | { readonly ok: false; readonly message: string; readonly line: number };

/** A journey under construction. */
export interface JourneyDraft {
  title: string;
  accTitle: string;
  accDescr: string;
  frontMatterTitle: string | null;
  sections: JourneySection[];
  tasks: JourneyTask[];
  cjm: CjmLine[];
  repairs: Repair[];
}
