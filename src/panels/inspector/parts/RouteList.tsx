import { ArrowDown } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { latencyOfFlow } from '../../../analysis/latency';
import { routeOf } from '../../../analysis/routeOf';
import { useDerived } from '../../../store/derived';
import { useJourney } from '../../../store/openMap';
import { List } from '../../../ui/ListRow';
import { Section } from '../../../ui/Section';
import { t } from '../../../ui/i18n/t';
import { RecordRow } from './RecordRow';

/** The best way the customer's story takes over a step: system by system, flow by flow. Nothing without a way. */
export function RouteList({ transition }: { readonly transition: string }) {
  // Typing goes first: the way is looked for once there is time.
  const analysis = useDeferredValue(useDerived((state) => state.analysis));
  const route = useMemo(() => {
    const judgement = analysis?.continuity.judgements.get(transition);
    return analysis && judgement ? routeOf(analysis.journey, judgement) : null;
  }, [analysis, transition]);
  if (route === null) return null;
  const title = t('inspector.section.route');
  return (
    <Section title={title}>
      <List label={title}>
        {route.systems.map((system, index) => {
          const flow = route.flows[index];
          return [
            <RecordRow key={system} record={{ kind: 'systems', id: system }} />,
            flow !== undefined && <HopRow key={flow} flow={flow} />,
          ];
        })}
      </List>
    </Section>
  );
}

function HopRow({ flow: id }: { readonly flow: string }) {
  // As the analysis takes it: what is not stated follows from the pattern.
  const latency = useJourney((journey) => {
    const flow = journey.dataFlows.byId.get(id);
    return flow ? latencyOfFlow(flow) : null;
  });
  return (
    <RecordRow
      record={{ kind: 'dataFlows', id }}
      icon={ArrowDown}
      tone={latency === 'by-hand' ? 'late' : undefined}
      trailing={latency === null ? undefined : t(`model.latency.${latency}`)}
    />
  );
}
