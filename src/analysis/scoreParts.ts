import type { Stage } from '../model/records/stage';
import type { Journey } from '../model/resolve';
import type { Analysis } from './analyse';
import type { Score } from './score';
import { scoreFor, stepsIn, type ScoreScope } from './scoreFor';

/** Kinds of findings about steps at which the story is torn or doubtful. */
export const tornKinds = ['broken', 'late', 'by-hand'] as const;
export type TornKind = (typeof tornKinds)[number];

/** The score of the map or of a part of it, and what is found about its steps. */
export interface ScorePart {
  /** What is scored; nothing named is the whole map. */
  readonly scope: ScoreScope;
  readonly score: Score;
  /** Open findings about its steps (ACC-1), by kind. */
  readonly open: { readonly [K in TornKind]: number };
  /** Those of the same kinds that people live with. */
  readonly accepted: number;
}

/** The stages of one ruler, in the order of the timeline. */
export interface RulerScores {
  /** Null on a map without rulers. */
  readonly ruler: string | null;
  readonly stages: readonly ScorePart[];
}

/** The map, its personas and its stages, each with a score (CON-19, CON-20). */
export interface ScoreParts {
  readonly map: ScorePart;
  readonly personas: readonly ScorePart[];
  readonly rulers: readonly RulerScores[];
}

type Judged = Pick<Analysis, 'journey' | 'continuity' | 'open' | 'accepted'>;

/** Scores every part of a map. It looks at each step once per part: ask for it while somebody looks. */
export function scoreParts({ journey, continuity, open, accepted }: Judged): ScoreParts {
  const openByStep = new Map<string, TornKind>();
  for (const { kind, records } of open)
    if (isTornKind(kind) && records[0]) openByStep.set(records[0].id, kind);
  const acceptedSteps = new Set(
    accepted.flatMap(({ finding: { kind, records } }) => (isTornKind(kind) && records[0]?.id) || []),
  );
  const partOf = (scope: ScoreScope): ScorePart => {
    const isIn = stepsIn(journey, scope);
    const counts = { broken: 0, late: 0, 'by-hand': 0 };
    let livedWith = 0;
    for (const [id, kind] of openByStep) {
      const step = journey.transitions.byId.get(id);
      if (step && isIn(step)) counts[kind]++;
    }
    for (const id of acceptedSteps) {
      const step = journey.transitions.byId.get(id);
      if (step && isIn(step)) livedWith++;
    }
    return { scope, score: scoreFor(journey, continuity, scope), open: counts, accepted: livedWith };
  };
  return {
    map: partOf({}),
    personas: journey.personas.all.map(({ id }) => partOf({ persona: id })),
    rulers: stagesByRuler(journey).map(({ ruler, stages }) => ({
      ruler,
      stages: stages.map(({ id }) => partOf({ stage: id })),
    })),
  };
}

function isTornKind(kind: string): kind is TornKind {
  return (tornKinds as readonly string[]).includes(kind);
}

/** A stage without a ruler, or with one that is gone, belongs to the first. */
function stagesByRuler(
  journey: Journey,
): readonly { readonly ruler: string | null; readonly stages: readonly Stage[] }[] {
  const rulers = journey.rulers.all.map(({ id }) => id);
  const stages = journey.stages.all.toSorted(
    (a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1),
  );
  const first = rulers[0] ?? null;
  const rulerOf = ({ ruler }: Stage): string | null =>
    ruler !== null && journey.rulers.byId.has(ruler) ? ruler : first;
  return (first === null ? [null] : rulers)
    .map((ruler) => ({ ruler, stages: stages.filter((stage) => rulerOf(stage) === ruler) }))
    .filter((group) => group.stages.length > 0);
}
