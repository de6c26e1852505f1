import { kindOf, type Journey } from '../model/resolve';
import { english } from './sentences.en';
import type { Finding, FindingFacts, FindingKind } from './finding';
import type { Continuity } from './judgeContinuity';
import type { Judgement } from './verdict';

/** How records are called in a sentence. */
export interface Names {
  /** A touchpoint, in quotation marks. */
  touchpoint(id: string): string;
  /** Any other record, as it stands. */
  of(id: string): string;
  /** A flow: its name, or its two ends. */
  flow(id: string): string;
}

/** Everything the analysis says, in one language. Adding a language is writing another one of these. */
export interface Sentences {
  readonly unnamed: string;
  readonly findings: { readonly [K in FindingKind]: (facts: FindingFacts[K], names: Names) => string };
  /** What is to be said of a step that is well, unknown or not counted; torn ones have a finding. */
  readonly judgement: (judgement: Judgement, to: string | null, names: Names) => string;
}

/** The one plain sentence (or two) that says what a finding is, naming the records. */
export function sentenceOf(finding: Finding, journey: Journey, sentences: Sentences = english): string {
  const say = sentences.findings[finding.kind] as (facts: unknown, names: Names) => string;
  return say(finding.facts, namesIn(journey, sentences));
}

/** What is to be said of a transition, whatever its verdict: for the tooltip and the screen reader. */
export function sentenceOfTransition(
  transition: string,
  analysis: { readonly continuity: Continuity; readonly findings: readonly Finding[] },
  journey: Journey,
  sentences: Sentences = english,
): string {
  const tear = analysis.findings.find(
    ({ kind, records }) =>
      (kind === 'broken' || kind === 'late' || kind === 'by-hand') && records[0]?.id === transition,
  );
  if (tear) return sentenceOf(tear, journey, sentences);
  const judgement = analysis.continuity.judgements.get(transition);
  const to = journey.transitions.byId.get(transition)?.to ?? null;
  return judgement ? sentences.judgement(judgement, to, namesIn(journey, sentences)) : '';
}

function namesIn(journey: Journey, { unnamed }: Sentences): Names {
  const of = (id: string): string => {
    const kind = kindOf(journey, id);
    const record = kind ? journey[kind].byId.get(id) : undefined;
    if (!record) return unnamed;
    const name = 'title' in record ? record.title : 'name' in record ? record.name : '';
    return name.trim() || unnamed;
  };
  const touchpoint = (id: string): string => `“${of(id)}”`;
  return {
    of,
    touchpoint,
    flow(id) {
      const flow = journey.dataFlows.byId.get(id);
      if (!flow) return unnamed;
      return flow.name.trim() || `${of(flow.from ?? '')} → ${of(flow.to ?? '')}`;
    },
  };
}
