import type { AnyRecord, RecordRef } from '../model/kinds';
import { kindOf, type Journey } from '../model/resolve';
import type { Analysis } from './analyse';
import type { Finding, FindingFacts, FindingKind } from './finding';
import { routeOf } from './routeOf';
import type { Judgement, Route } from './verdict';

/** How records are called in a sentence. */
export interface Names {
  /** A touchpoint, in quotation marks. */
  touchpoint(id: string): string;
  /** Any other record, as it stands. */
  of(id: string): string;
  /** A flow: its name in quotation marks, or its two ends. */
  flow(id: string): string;
  /** A record that is deleted, as it was called. */
  deleted(ref: RecordRef): string;
}

/** Everything the analysis says, in one language. Adding a language is writing another one of these. */
export interface Sentences {
  readonly unnamed: string;
  /** A title in this language's quotation marks. */
  readonly quoted: (title: string) => string;
  readonly findings: { readonly [K in FindingKind]: (facts: FindingFacts[K], names: Names) => string };
  /** How late a data flow is, in the few words that fit on an arrow; the layout takes them. */
  readonly lateness: {
    readonly nightly: string;
    readonly daily: string;
    readonly weekly: string;
    readonly byHand: string;
  };
  /** What is to be said of a step that is well, unknown or not counted; torn ones have a finding. */
  readonly judgement: (judgement: Judgement, route: Route | null, to: string | null, names: Names) => string;
  /** What a kind of finding means in general, for the side that does not know the term. */
  readonly explanations: { readonly [K in FindingKind]: Explanation };
}

/** What a finding means: for the customer, as marketing would put it, and for IT. */
export interface Explanation {
  readonly customer: string;
  readonly it: string;
}

/** The one plain sentence (or two) that says what a finding is, naming the records. */
export function sentenceOf(finding: Finding, journey: Journey, sentences: Sentences): string {
  const say = sentences.findings[finding.kind] as (facts: unknown, names: Names) => string;
  return say(finding.facts, namesIn(journey, sentences));
}

/** What is to be said of a transition, whatever its verdict: for the tooltip and the screen reader. */
export function sentenceOfTransition(
  transition: string,
  analysis: Pick<Analysis, 'journey' | 'continuity' | 'findings'>,
  journey: Journey,
  sentences: Sentences,
): string {
  const tear = analysis.findings.find(
    ({ kind, records }) =>
      (kind === 'broken' || kind === 'late' || kind === 'by-hand') && records[0]?.id === transition,
  );
  if (tear) return sentenceOf(tear, journey, sentences);
  const judgement = analysis.continuity.judgements.get(transition);
  const to = journey.transitions.byId.get(transition)?.to ?? null;
  if (!judgement) return '';
  return sentences.judgement(
    judgement,
    routeOf(analysis.journey, judgement),
    to,
    namesIn(journey, sentences),
  );
}

/** What a finding means for the customer and for IT, in words that need no term of either. */
export function explanationOf(kind: FindingKind, sentences: Sentences): Explanation {
  return sentences.explanations[kind];
}

/** What records are called in sentences about a journey. */
export function namesIn(journey: Journey, { unnamed, quoted }: Sentences): Names {
  const of = (id: string): string => {
    const kind = kindOf(journey, id);
    const record = kind ? journey[kind].byId.get(id) : undefined;
    if (!record) return unnamed;
    return nameOf(record).trim() || unnamed;
  };
  const touchpoint = (id: string): string => quoted(of(id));
  const deleted = ({ kind, id }: RecordRef): string => {
    const record = journey.tables[kind].get(id);
    return (record && nameOf(record).trim()) || unnamed;
  };
  return {
    of,
    touchpoint,
    deleted,
    flow(id) {
      const flow = journey.dataFlows.byId.get(id);
      if (!flow) return unnamed;
      const name = flow.name.trim();
      return name === '' ? `${of(flow.from ?? '')} → ${of(flow.to ?? '')}` : quoted(name);
    },
  };
}

function nameOf(record: AnyRecord): string {
  if ('title' in record) return record.title;
  if ('name' in record) return record.name;
  return 'what' in record ? record.what : '';
}
