import { CircleCheck, CircleHelp, Clock, Hand, Unlink, type LucideIcon } from 'lucide-react';
import { useMemo } from 'react';
import { missingFlow } from '../../../analysis/missingFlow';
import { sentenceOfTransition } from '../../../analysis/sentences';
import type { Verdict } from '../../../analysis/verdict';
import { createDataFlow } from '../../../commands/createDataFlow';
import { undo } from '../../../commands/undoRedo';
import { derivedOf, useDerived } from '../../../store/derived';
import { useOpenMap } from '../../../store/openMap';
import { spokenSentences } from '../../../store/spokenSentences';
import { Button } from '../../../ui/Button';
import { ErrorBanner } from '../../../ui/ErrorBanner';
import { t } from '../../../ui/i18n/t';
import { notices } from '../../../ui/notices';
import { told, useInspector } from './inspectorContext';
import { nameOf } from './names';

export interface VerdictCardProps {
  readonly transition: string;
  /** Where the card stands: at the touchpoint the step leads to (torn steps only), or at the step itself. */
  readonly place: 'touchpoint' | 'transition';
}

const looks: {
  readonly [V in Verdict]: { readonly icon: LucideIcon; readonly tone: 'danger' | 'late' | 'neutral' };
} = {
  broken: { icon: Unlink, tone: 'danger' },
  late: { icon: Clock, tone: 'late' },
  'by-hand': { icon: Hand, tone: 'late' },
  carried: { icon: CircleCheck, tone: 'neutral' },
  unknown: { icon: CircleHelp, tone: 'neutral' },
  'not-counted': { icon: CircleHelp, tone: 'neutral' },
};

/** Whether the customer's story goes on over a step, why, and the one action that mends it. */
export function VerdictCard({ transition, place }: VerdictCardProps) {
  const { go, isReadOnly } = useInspector();
  const judgement = useDerived(({ analysis }) => analysis?.continuity.judgements.get(transition));
  const analysis = useDerived((state) => state.analysis);
  // Not with everything that is dragged: a sentence looks at the whole way of what is passed on.
  const sentence = useMemo(
    () => (analysis ? sentenceOfTransition(transition, analysis, analysis.journey, spokenSentences()) : ''),
    [transition, analysis],
  );
  const isTrial = useDerived(({ trial }) => trial !== null);
  const sketch = useSketch(transition);
  if (!judgement) return null;
  const { verdict, wouldBe } = judgement;
  const { icon, tone } = looks[verdict];
  const upcoming = wouldBe?.once.find(({ kind }) => kind === 'dataFlows');
  const canSketch = verdict === 'broken' && wouldBe === null && !isReadOnly && !isTrial;
  return (
    <ErrorBanner
      title={t(titleOf(verdict, place))}
      tone={tone}
      icon={icon}
      action={
        <>
          {canSketch && (
            <Button variant="danger" size="s" onClick={sketch}>
              {t('inspector.verdict.sketch')}
            </Button>
          )}
          {upcoming && (
            <Button size="s" onClick={() => go(upcoming)}>
              {t('inspector.verdict.showFlow')}
            </Button>
          )}
          {place === 'touchpoint' && !canSketch && (
            <Button size="s" variant="ghost" onClick={() => go({ kind: 'transitions', id: transition })}>
              {t('inspector.verdict.showStep')}
            </Button>
          )}
        </>
      }
    >
      {sentence}
    </ErrorBanner>
  );
}

type TitleKey = `inspector.verdict.${'broken' | 'late' | 'by-hand' | `${Verdict}Here`}`;

function titleOf(verdict: Verdict, place: VerdictCardProps['place']): TitleKey {
  if (place === 'touchpoint' && (verdict === 'broken' || verdict === 'late' || verdict === 'by-hand'))
    return `inspector.verdict.${verdict}`;
  return `inspector.verdict.${verdict}Here`;
}

/** Proposes the flow that would mend a broken step, and says so with a way to take it back. */
function useSketch(transition: string): () => void {
  const openMap = useOpenMap();
  return () => {
    const { analysis } = derivedOf(openMap.mirror).store.getState();
    const journey = openMap.journey();
    const ends = analysis && missingFlow(journey, analysis.continuity, transition);
    if (!ends) return;
    const made = told(createDataFlow.run(openMap, { ...ends, status: 'proposed' }));
    if (made === null) return;
    notices.show({
      text: t('inspector.verdict.sketched', {
        from: nameOf(journey, ends.from),
        to: nameOf(journey, ends.to),
      }),
      action: { label: t('ui.undo'), onSelect: () => undo.run(openMap) },
    });
  };
}
