import { verdicts, type Judgement, type Verdict } from './verdict';

/** How much of the customer's story is carried on, and how much of the map that is said of. */
export interface Score {
  /** Carried ÷ known, 0 to 1; null when nothing is known. */
  readonly value: number | null;
  /** Known ÷ counted, 0 to 1; null when nothing is counted. */
  readonly coverage: number | null;
  /** Transitions that have a verdict, unknown included. */
  readonly counted: number;
  /** Counted transitions whose verdict is not unknown. */
  readonly known: number;
  readonly carried: number;
  readonly byVerdict: { readonly [V in Verdict]: number };
}

/** The score of any selection of transitions: the whole map, a persona's, those of a stage (CON-15). */
export function scoreOf(judgements: Iterable<Judgement>): Score {
  const byVerdict = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of judgements) byVerdict[verdict]++;
  const carried = byVerdict.carried;
  const known = carried + byVerdict.late + byVerdict['by-hand'] + byVerdict.broken;
  const counted = known + byVerdict.unknown;
  return {
    value: known === 0 ? null : carried / known,
    coverage: counted === 0 ? null : known / counted,
    counted,
    known,
    carried,
    byVerdict,
  };
}
