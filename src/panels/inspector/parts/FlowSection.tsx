import type { ReactNode } from 'react';
import { deleteRecords } from '../../../commands/deleteRecords';
import type { DataFlow } from '../../../model/records/dataFlow';
import { useJourney, useOpenMap } from '../../../store/openMap';
import { List } from '../../../ui/ListRow';
import { Section } from '../../../ui/Section';
import { t } from '../../../ui/i18n/t';
import { told } from './inspectorContext';
import { useName } from './names';
import { RecordRow } from './RecordRow';

export interface FlowSectionProps {
  readonly title: string;
  readonly flows: readonly DataFlow[];
  /** Which end of each flow is the other one. */
  readonly end: 'from' | 'to';
  /** A way to add one. */
  readonly children?: ReactNode;
}

/** Data flows of one direction, each by its other end and what travels. */
export function FlowSection({ title, flows, end, children }: FlowSectionProps) {
  return (
    <Section title={title} count={flows.length || undefined}>
      {flows.length > 0 && (
        <List label={title}>
          {flows.map((flow) => (
            <FlowRow key={flow.id} flow={flow} end={end} />
          ))}
        </List>
      )}
      {children}
    </Section>
  );
}

function FlowRow({ flow, end }: { readonly flow: DataFlow; readonly end: 'from' | 'to' }) {
  const openMap = useOpenMap();
  const name = useName(flow[end] ?? '');
  const carried = useJourney((journey) =>
    flow.dataObjects.flatMap((id) => journey.dataObjects.byId.get(id)?.name ?? []).join(', '),
  );
  const isLive = flow.status === null || flow.status === 'live';
  return (
    <RecordRow
      record={{ kind: 'dataFlows', id: flow.id }}
      label={name}
      secondLine={flow.name.trim() || carried || undefined}
      trailing={
        isLive ? flow.latency && t(`model.latency.${flow.latency}`) : t(`model.flowStatus.${flow.status}`)
      }
      remove={{
        label: t('inspector.system.removeFlow', { name }),
        run: () => told(deleteRecords.run(openMap, { records: [{ kind: 'dataFlows', id: flow.id }] })),
      }}
    />
  );
}
