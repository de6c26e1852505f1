import type { Transition } from '../model/records/transition';
import type { Journey } from '../model/resolve';
import { isForPersona } from './paths';
import type { Continuity } from './judgeContinuity';
import { scoreOf, type Score } from './score';
import type { Judgement } from './verdict';

/** Which steps a score is of: those a persona takes, those of a stage, or those that are both. */
export interface ScoreScope {
  readonly persona?: string;
  readonly stage?: string;
}

/**
 * The score of a part of the journey (CON-19). A step is a persona's when neither it nor an end of it is said to be for
 * others only; a step is a stage's when it leads into a touchpoint of the stage's span, so that neighbouring stages do not
 * count the step between them twice. A persona or stage that is gone has no step.
 */
export function scoreFor(journey: Journey, continuity: Continuity, scope: ScoreScope): Score {
  const isIn = stepsIn(journey, scope);
  const judgements: Judgement[] = [];
  for (const transition of journey.transitions.all) {
    const judgement = continuity.judgements.get(transition.id);
    if (judgement && isIn(transition)) judgements.push(judgement);
  }
  return scoreOf(judgements);
}

/** Whether a step is in a scope (CON-19). */
export function stepsIn(
  journey: Journey,
  { persona, stage }: ScoreScope,
): (transition: Transition) => boolean {
  if (persona !== undefined && !journey.personas.byId.has(persona)) return () => false;
  const span = stage === undefined ? null : journey.stages.byId.get(stage);
  if (span === undefined) return () => false;
  const isFor = (personas: readonly string[]): boolean => isForPersona(journey, personas, persona ?? null);
  return ({ from, to, personas }) => {
    const start = journey.touchpoints.byId.get(from ?? '');
    const end = journey.touchpoints.byId.get(to ?? '');
    if (!isFor(personas) || !isFor(start?.personas ?? []) || !isFor(end?.personas ?? [])) return false;
    return span === null || (end !== undefined && span.start <= end.at && end.at <= span.end);
  };
}
