import { Merge as MergeIcon } from 'lucide-react';
import { useState } from 'react';
import {
  mergeableKind,
  mergeRecords,
  planMerge,
  type MergeableKind,
  type MergePlan,
} from '../../commands/mergeRecords';
import { undo } from '../../commands/undoRedo';
import { kinds, type RecordRef } from '../../model/kinds';
import { useJourney, useOpenMap, useView } from '../../store/openMap';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { formatList } from '../../ui/i18n/format';
import { t } from '../../ui/i18n/t';
import { notices } from '../../ui/notices';
import { told } from './parts/inspectorContext';
import { nameOf } from './parts/names';

/** Offers to take the selected records for one, where they can be. */
export function MergeRecords({ records }: { readonly records: readonly RecordRef[] }) {
  const [isOpen, setOpen] = useState(false);
  const kind = mergeableKind(records);
  if (!kind) return null;
  return (
    <>
      <Button size="s" icon={MergeIcon} onClick={() => setOpen(true)}>
        {t('inspector.merge.button')}
      </Button>
      {isOpen && <MergeDialog kind={kind} ids={records.map(({ id }) => id)} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Takes what is selected for one, where it was asked for by name. */
export function MergeSelected({ onClose }: { readonly onClose: () => void }) {
  const selection = useView((view) => view.selection);
  // What it was asked for stays in question, whatever is selected meanwhile.
  const [records] = useState(selection);
  const kind = mergeableKind(records);
  return kind && <MergeDialog kind={kind} ids={records.map(({ id }) => id)} onClose={onClose} />;
}

interface MergeDialogProps {
  readonly kind: MergeableKind;
  readonly ids: readonly string[];
  readonly onClose: () => void;
}

function MergeDialog({ kind, ids, onClose }: MergeDialogProps) {
  const openMap = useOpenMap();
  const journey = useJourney((now) => now);
  const [keep, setKeep] = useState(ids[0] ?? '');
  const merge = { kind, keep, others: ids.filter((id) => id !== keep) };
  const plan = planMerge(journey, merge);
  const name = nameOf(journey, keep);
  const run = (): void => {
    if (told(mergeRecords.run(openMap, merge)) === null) return;
    onClose();
    openMap.view.setState({ selection: [{ kind, id: keep }] });
    notices.show({
      text: t('inspector.merge.done', { count: ids.length, name }),
      action: { label: t('ui.undo'), onSelect: () => undo.run(openMap) },
    });
  };
  return (
    <Dialog
      open
      title={t('inspector.merge.title')}
      description={t('inspector.merge.text')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{t('inspector.merge.cancel')}</Button>
          <Button variant="primary" aria-disabled={plan === null} onClick={run}>
            {t('inspector.merge.run', { name })}
          </Button>
        </>
      }
    >
      <div role="radiogroup" aria-label={t('inspector.merge.keep')} className="inspector-choices">
        {ids.map((id) => (
          <label key={id} className="inspector-choice">
            <input type="radio" name="merge-keep" checked={id === keep} onChange={() => setKeep(id)} />
            <span>{nameOf(journey, id)}</span>
          </label>
        ))}
      </div>
      {plan ? <PlanText plan={plan} /> : <p>{t('inspector.refused.not-found')}</p>}
    </Dialog>
  );
}

/** What a merge would do, in a few lines. */
function PlanText({ plan: { repointed, dropped, filled } }: { readonly plan: MergePlan }) {
  const counted = (all: readonly RecordRef[]): string =>
    formatList(
      kinds.flatMap((kind) => {
        const count = all.filter((one) => one.kind === kind).length;
        return count === 0 ? [] : t(`model.count.${kind}`, { count });
      }),
    );
  const aliases = filled['aliases'] as readonly string[] | undefined;
  return (
    <div role="status">
      <ul className="inspector-plan">
        <li>
          {repointed.length === 0
            ? t('inspector.merge.nothingElse')
            : t('inspector.merge.repointed', { what: counted(repointed) })}
        </li>
        {dropped.length > 0 && <li>{t('inspector.merge.dropped', { what: counted(dropped) })}</li>}
        {aliases && aliases.length > 0 && (
          <li>{t('inspector.merge.aliases', { names: formatList(aliases) })}</li>
        )}
      </ul>
    </div>
  );
}
