import { Copy, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { assignRole, type PartyChoice } from '../../commands/assignRole';
import { attachSystem, type SystemChoice } from '../../commands/attachSystem';
import { changeRecords } from '../../commands/changeRecords';
import { isOwnable } from '../../model/isOwnable';
import { kinds, type RecordRef } from '../../model/kinds';
import { knownChannels } from '../../model/records/touchpoint';
import { useOpenMap } from '../../store/openMap';
import { Button } from '../../ui/Button';
import { List } from '../../ui/ListRow';
import { Section } from '../../ui/Section';
import { formatList } from '../../ui/i18n/format';
import { t } from '../../ui/i18n/t';
import { CommonFields } from './CommonFields';
import { MergeRecords } from './MergeRecords';
import { AddPicker } from './parts/AddPicker';
import { told, useInspector } from './parts/inspectorContext';
import { wordOptions } from './parts/options';
import { PanelFrame } from './parts/PanelFrame';
import { RecordRow } from './parts/RecordRow';
import { useRecordActions } from './parts/useRecordActions';

/** Several records at once: what can be done with all of them, and the fields they share. */
export function SelectionPanel({ records }: { readonly records: readonly RecordRef[] }) {
  const { isReadOnly } = useInspector();
  const { duplicate, remove } = useRecordActions();
  const touchpoints = records.filter(({ kind }) => kind === 'touchpoints').map(({ id }) => id);
  const ownable = records.filter(({ kind }) => isOwnable(kind)).map(({ id }) => id);
  return (
    <PanelFrame
      eyebrow={formatList(countsOf(records))}
      title={t('inspector.several.title', { count: records.length })}
      actions={[]}
    >
      {!isReadOnly && (
        <div className="inspector-buttons">
          <Button size="s" icon={Copy} onClick={() => duplicate(records)}>
            {t('inspector.duplicate')}
          </Button>
          <Button size="s" icon={Trash2} onClick={() => remove(records)}>
            {t('inspector.delete')}
          </Button>
          <MergeRecords records={records} />
        </div>
      )}
      <CommonFields records={records} />
      <ForAll touchpoints={touchpoints} ownable={ownable} />
      <Members records={records} />
    </PanelFrame>
  );
}

/** So many are listed at once: a selection of thousands is acted on, not read line by line. */
const listedAtOnce = 60;

function Members({ records }: { readonly records: readonly RecordRef[] }) {
  const [listed, setListed] = useState(listedAtOnce);
  return (
    <Section title={t('inspector.several.members')}>
      <List label={t('inspector.several.members')}>
        {records.slice(0, listed).map((record) => (
          <RecordRow key={record.id} record={record} />
        ))}
      </List>
      {records.length > listed && (
        <Button variant="ghost" size="s" onClick={() => setListed(Infinity)}>
          {t('inspector.map.moreOf', { count: records.length })}
        </Button>
      )}
    </Section>
  );
}

function countsOf(records: readonly RecordRef[]): readonly string[] {
  return kinds.flatMap((kind) => {
    const count = records.filter((record) => record.kind === kind).length;
    return count === 0 ? [] : t(`model.count.${kind}`, { count });
  });
}

interface ForAllProps {
  readonly touchpoints: readonly string[];
  readonly ownable: readonly string[];
}

/** One owner, one system, one channel for all of them; each is one step of undo. */
function ForAll({ touchpoints, ownable }: ForAllProps) {
  const openMap = useOpenMap();
  const own = (choice: PartyChoice): void => {
    told(assignRole.run(openMap, { subject: ownable, role: 'accountable', replace: true, ...choice }));
  };
  const attach = (choice: SystemChoice): void => {
    told(attachSystem.run(openMap, { touchpoint: touchpoints, ...choice }));
  };
  const addChannel = (channel: string): void => {
    const { byId } = openMap.journey().touchpoints;
    const update = touchpoints.flatMap((id) => {
      const channels = byId.get(id)?.channels ?? [];
      if (channels.includes(channel)) return [];
      return [{ kind: 'touchpoints' as const, id, patch: { channels: [...channels, channel] } }];
    });
    if (update.length > 0) told(changeRecords.run(openMap, { create: [], update, remove: [] }));
  };
  return (
    <div className="inspector-group">
      {ownable.length > 0 && (
        <AddPicker
          label={t('inspector.several.owner')}
          fieldLabel={t('inspector.owners.party')}
          offer="parties"
          onPick={(party) => own({ party })}
          onCreate={(name) => own({ name })}
        />
      )}
      {touchpoints.length > 0 && (
        <>
          <AddPicker
            label={t('inspector.several.attach')}
            fieldLabel={t('inspector.systems.pick')}
            offer="systems"
            onPick={(system) => attach({ system })}
            onCreate={(name) => attach({ name })}
          />
          <AddPicker
            label={t('inspector.several.channel')}
            fieldLabel={t('inspector.touchpoint.channels')}
            offer={channelOptions}
            onPick={addChannel}
            onCreate={addChannel}
          />
        </>
      )}
    </div>
  );
}

const channelOptions = wordOptions(knownChannels);
