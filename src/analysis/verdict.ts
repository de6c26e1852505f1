import type { RecordRef } from '../model/kinds';
import type { FlowLatency } from '../model/records/dataFlow';

/** Verdicts about a step whose two ends are known, best first; a worse one is further down. */
export const knownVerdicts = ['carried', 'late', 'by-hand', 'broken'] as const;
export type KnownVerdict = (typeof knownVerdicts)[number];
/** Every verdict. `not-counted` stands for a step about which none is given. */
export const verdicts = [...knownVerdicts, 'unknown', 'not-counted'] as const;
export type Verdict = (typeof verdicts)[number];

/** Why a step has no verdict (`drop-out` … `no-predecessor`) or an unknown one. */
export type VerdictReason =
  | 'drop-out'
  | 'no-system-needed'
  | 'no-predecessor'
  | 'from-without-system'
  | 'to-without-system'
  | 'both-without-system';

/** The best way from a system that holds what is known to one that is looked into. One system: no flow. */
export interface Route {
  readonly systems: readonly string[];
  /** Flow ids; flow `i` leads from system `i` to system `i + 1`. */
  readonly flows: readonly string[];
}

/** What a step would be if everything planned and proposed were live, and which of those things that takes. */
export interface WouldBe {
  readonly verdict: 'carried' | 'late' | 'by-hand';
  /** Systems and flows that are not live yet: once these are, the verdict holds. Never empty. */
  readonly once: readonly RecordRef[];
}

/** What is found about one transition. */
export interface Judgement {
  readonly transition: string;
  readonly verdict: Verdict;
  readonly reason: VerdictReason | null;
  /** The touchpoint judged as A: the transition's own start, or the one found behind touchpoints that need no system. */
  readonly from: string | null;
  /**
   * The best route of what is late or by hand; otherwise null. Most steps are carried, and theirs is found when somebody
   * asks: `routeOf`.
   */
  readonly tornRoute: Route | null;
  /** Latency of the best route's slowest hop; null without a route. */
  readonly slowestLatency: FlowLatency | null;
  /** Null when nothing planned or proposed would better the verdict. */
  readonly wouldBe: WouldBe | null;
}

/** Whether the customer's story is torn or doubtful at this step. */
export function isTorn(verdict: Verdict): boolean {
  return verdict === 'broken' || verdict === 'by-hand' || verdict === 'late';
}
