import type { ComponentType } from 'react';
import type { Kind, RecordOfKind, RecordRef } from '../../model/kinds';
import { useJourney } from '../../store/openMap';
import { DataFlowPanel } from './DataFlowPanel';
import { DataObjectPanel } from './DataObjectPanel';
import { LostRecord } from './LostRecord';
import { MapPanel } from './MapPanel';
import { NotePanel } from './NotePanel';
import { PartyPanel } from './PartyPanel';
import { PersonaPanel } from './PersonaPanel';
import { RequirementPanel } from './RequirementPanel';
import { RulerPanel } from './RulerPanel';
import { StagePanel } from './StagePanel';
import { SystemPanel } from './SystemPanel';
import { TouchpointPanel } from './touchpoint/TouchpointPanel';
import { TransitionPanel } from './TransitionPanel';
import { UsagePanel } from './UsagePanel';

/** Makes a panel of a record follow the record with an id. */
function following<K extends Kind>(
  kind: K,
  Panel: ComponentType<{ readonly record: RecordOfKind<K> }>,
): ComponentType<{ readonly id: string }> {
  return function FollowingPanel({ id }) {
    const record = useJourney((journey) => journey[kind].byId.get(id)) as RecordOfKind<K> | undefined;
    return record ? <Panel record={record} /> : null;
  };
}

const panels: { readonly [K in Kind]?: ComponentType<{ readonly id: string }> } = {
  touchpoints: following('touchpoints', TouchpointPanel),
  stages: following('stages', StagePanel),
  rulers: following('rulers', RulerPanel),
  transitions: following('transitions', TransitionPanel),
  personas: following('personas', PersonaPanel),
  systems: following('systems', SystemPanel),
  usages: following('usages', UsagePanel),
  dataObjects: following('dataObjects', DataObjectPanel),
  dataFlows: following('dataFlows', DataFlowPanel),
  parties: following('parties', PartyPanel),
  requirements: following('requirements', RequirementPanel),
  notes: following('notes', NotePanel),
};

/** The panel of one record, whatever its kind; kinds that are shown elsewhere leave the map in view. */
export function RecordPanel({ record }: { readonly record: RecordRef }) {
  const { kind, id } = record;
  const isThere = useJourney((journey) => journey[kind].byId.has(id));
  const isKept = useJourney((journey) => journey.tables[kind].has(id));
  const Panel = panels[kind];
  if (!Panel || (!isThere && !isKept)) return <MapPanel />;
  return isThere ? <Panel id={id} /> : <LostRecord record={record} />;
}
