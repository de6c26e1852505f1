import { isTorn } from '../../../analysis/verdict';
import { useDerived } from '../../../store/derived';
import { useJourneyList } from '../parts/useJourneyList';
import { VerdictCard } from '../parts/VerdictCard';

/** A card for every step into this touchpoint at which the customer's story is torn. */
export function TornSteps({ touchpoint }: { readonly touchpoint: string }) {
  const steps = useJourneyList((journey) => journey.relations.transitionsTo.get(touchpoint) ?? []);
  return steps.map(({ id }) => <TornStep key={id} transition={id} />);
}

function TornStep({ transition }: { readonly transition: string }) {
  const verdict = useDerived(({ analysis }) => analysis?.continuity.judgements.get(transition)?.verdict);
  return verdict && isTorn(verdict) ? <VerdictCard transition={transition} place="touchpoint" /> : null;
}
