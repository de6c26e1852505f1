import type { Transition } from '../model/records/transition';
import type { Journey } from '../model/resolve';
import { changedHops } from './changedHops';
import { judgeSteps, type JudgedStep } from './judgeSteps';
import { keeper, mapKept, type Keeper, type KeptMap } from './keep';
import { scoreOf, type Score } from './score';
import { hasUpcoming } from './upcoming';
import type { Judgement } from './verdict';
import { makeWorld, type World } from './world';

/** What is found about every transition of a journey, by transition id, and the score of the whole. */
export interface Continuity {
  readonly judgements: ReadonlyMap<string, Judgement>;
  readonly score: Score;
}

/** What judging gives and what the next one may take over. */
export interface Judged {
  readonly continuity: Continuity;
  /** In the order of the journey's transitions. */
  readonly steps: readonly JudgedStep[];
}

/**
 * Judges every transition: does what is known at its start reach its end? (model.md, "Continuity"; the rules are
 * numbered in docs/spec/continuity.md.) Total and deterministic: any journey has a result, the same on every device.
 */
export function judgeContinuity(journey: Journey): Continuity {
  return judgeIn(journey, makeWorld(journey, 'now'), keeper(undefined)).continuity;
}

interface KeptJudged extends Judged {
  readonly list: KeptMap<Transition, JudgedStep>;
  readonly world: World;
  readonly marks: object;
  /** What was read of the world with everything planned in it. */
  readonly upcoming: readonly unknown[];
}

/** The same, for whoever has made the world of what is live already; only steps that a change touches are judged again. */
export function judgeIn(journey: Journey, now: World, kept: Keeper): Judged {
  const worlds = hasUpcoming(journey) ? { now, upcoming: makeWorld(journey, 'upcoming', kept) } : null;
  const hasMarked = journey.touchpoints.all.some(({ noSystemNeeded }) => noSystemNeeded);
  const marks = kept.members(
    'marks',
    journey.touchpoints.all,
    // Titles tell equal verdicts behind marked touchpoints apart (CON-6).
    (a, b) => a.noSystemNeeded === b.noSystemNeeded && (!hasMarked || a.title === b.title),
  );
  const upcoming = [worlds?.upcoming.network, worlds?.upcoming.systemsOf];
  const inputs = [journey.transitions, now.systemsOf, now.network, marks, ...upcoming];
  return kept.keep<KeptJudged>('judged', inputs, (before) => {
    const judge = judgeSteps(journey, now, worlds);
    const isNear =
      before !== undefined &&
      marks === before.marks &&
      (before.world.systemsOf === now.systemsOf || now.touched !== null);
    const list = mapKept(
      before?.list,
      journey.transitions.all,
      (transition, was) => sameStep(judge(transition), was),
      isNear ? judgedAgain(journey, before, now, upcoming) : () => true,
    );
    const steps = list.values;
    const continuity = before && steps === before.steps ? before.continuity : continuityOf(steps, before);
    return { continuity, steps, list, world: now, marks, upcoming };
  });
}

/** The step as it was, or with the judgement as it was, if these are the same. */
function sameStep(found: JudgedStep, was: JudgedStep | undefined): JudgedStep {
  if (was?.transition.id !== found.transition.id) return found;
  const judgement = isSame(was.judgement, found.judgement) ? was.judgement : found.judgement;
  const isKept =
    was.transition === found.transition &&
    was.judgement === judgement &&
    sameNumbers(was.writers, found.writers) &&
    sameNumbers(was.readers, found.readers);
  return isKept ? was : { ...found, judgement };
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a === b || (a.length === b.length && a.every((one, index) => one === b[index]));
}

/** Which steps a change may have touched; it is asked of those that are the same records as before. */
function judgedAgain(
  journey: Journey,
  before: KeptJudged,
  now: World,
  upcoming: readonly unknown[],
): (transition: Transition) => boolean {
  const dirty = stepsToJudgeAgain(journey, before.world.systemsOf === now.systemsOf, now);
  const isNetworkSame = before.world.network === now.network;
  const isUpcomingSame = upcoming.every((one, index) => one === before.upcoming[index]);
  if (isNetworkSame && isUpcomingSame) return ({ id }) => dirty.has(id);
  const mayDiffer = isNetworkSame ? () => false : changedHops(before.world.network, now);
  return ({ id, to }) => {
    const known = before.continuity.judgements.get(id);
    if (dirty.has(id) || mayDiffer === null || known === undefined) return true;
    // Nothing of the systems is read of a step that is not counted.
    if (known.from === null || to === null) return false;
    if (!isUpcomingSame && known.verdict !== 'carried') return true;
    return mayDiffer(known, now.systemsOf(known.from).writers, now.systemsOf(to).readers);
  };
}

/** Steps at touchpoints whose systems changed, and those that look further back than their own start. */
function stepsToJudgeAgain(journey: Journey, isUntouched: boolean, now: World): ReadonlySet<string> {
  const { transitionsFrom, transitionsTo } = journey.relations;
  const steps = new Set<string>();
  for (const touchpoint of isUntouched ? [] : (now.touched ?? [])) {
    for (const { id } of transitionsFrom.get(touchpoint) ?? []) steps.add(id);
    for (const { id } of transitionsTo.get(touchpoint) ?? []) steps.add(id);
  }
  for (const { id: touchpoint, noSystemNeeded } of journey.touchpoints.all)
    if (noSystemNeeded) for (const { id } of transitionsFrom.get(touchpoint) ?? []) steps.add(id);
  return steps;
}

function continuityOf(steps: readonly JudgedStep[], before: KeptJudged | undefined): Continuity {
  const isAligned =
    before?.steps.length === steps.length &&
    steps.every(({ transition: { id } }, index) => before.steps[index]?.transition.id === id);
  const judgements = new Map<string, Judgement>(isAligned ? before.continuity.judgements : []);
  steps.forEach(({ transition, judgement }, index) => {
    if (!isAligned || before.steps[index]?.judgement !== judgement) judgements.set(transition.id, judgement);
  });
  const isUnchanged = isAligned && steps.every((one, i) => one.judgement === before.steps[i]?.judgement);
  return isUnchanged ? before.continuity : { judgements, score: scoreOf(judgements.values()) };
}

function isSame(a: Judgement, b: Judgement): boolean {
  return (
    a.verdict === b.verdict &&
    a.reason === b.reason &&
    a.from === b.from &&
    a.slowestLatency === b.slowestLatency &&
    sameList(a.tornRoute?.systems, b.tornRoute?.systems) &&
    sameList(a.tornRoute?.flows, b.tornRoute?.flows) &&
    a.wouldBe?.verdict === b.wouldBe?.verdict &&
    sameList(
      a.wouldBe?.once.map((ref) => ref.id),
      b.wouldBe?.once.map((ref) => ref.id),
    )
  );
}

function sameList(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
