import { RotateCcw, Search, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { restoreRecords } from '../../commands/restoreRecords';
import { useJourney, useMirror, useOpenMap } from '../../store/openMap';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Checkbox';
import { EmptyState } from '../../ui/EmptyState';
import { formatAgo } from '../../ui/i18n/format';
import { t } from '../../ui/i18n/t';
import { List, ListRow } from '../../ui/ListRow';
import { notices } from '../../ui/notices';
import { SidePanel } from '../../ui/SidePanel';
import { TextField } from '../../ui/TextField';
import { deletedRecords, searchDeleted, type DeletedRecord } from './deletedRecords';

/** How many are listed; the search finds the others. */
const mostShown = 200;
/** From this many on there is something to search. */
const searchFrom = 8;

/** What was deleted from the open map and can be brought back, last deleted first. */
export function DeletedPanel({ onClose }: { readonly onClose: () => void }) {
  const map = useOpenMap();
  const tables = useJourney((journey) => journey.tables);
  const readOnly = useMirror((mirror) => mirror.readOnly);
  const [query, setQuery] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const deleted = useMemo(() => deletedRecords(tables), [tables]);
  const found = searchDeleted(deleted, query);
  const chosen = deleted.filter(({ id }) => ticked.has(id));
  const restore = (records: readonly DeletedRecord[]): void => {
    const done = restoreRecords.run(map, { records });
    if (done.ok) notices.show({ text: t('deleted.restored', { count: done.value }) });
    setTicked(new Set());
  };
  return (
    <SidePanel
      label={t('deleted.title')}
      title={t('deleted.title')}
      onClose={onClose}
      footer={
        chosen.length > 0 && (
          <Button variant="primary" icon={RotateCcw} onClick={() => restore(chosen)}>
            {t('deleted.restoreSeveral', { count: chosen.length })}
          </Button>
        )
      }
    >
      {deleted.length === 0 ? (
        <EmptyState icon={Trash2} title={t('deleted.empty')} text={t('deleted.emptyText')} headingLevel={3} />
      ) : (
        <>
          {deleted.length > searchFrom && (
            <TextField
              label={t('deleted.search')}
              hideLabel
              icon={Search}
              type="search"
              placeholder={t('deleted.search')}
              value={query}
              onChange={setQuery}
            />
          )}
          <List label={t('deleted.title')}>
            {found.slice(0, mostShown).map((record) => (
              <DeletedRow
                key={record.id}
                record={record}
                ticked={ticked.has(record.id)}
                onTick={(isOn) => setTicked(withTick(ticked, record.id, isOn))}
                onRestore={readOnly ? null : () => restore([record])}
              />
            ))}
          </List>
          {found.length === 0 && <p>{t('deleted.noMatch')}</p>}
          {found.length > mostShown && <p>{t('deleted.more', { count: found.length - mostShown })}</p>}
        </>
      )}
    </SidePanel>
  );
}

function withTick(ticked: ReadonlySet<string>, id: string, isOn: boolean): ReadonlySet<string> {
  const next = new Set(ticked);
  if (isOn) next.add(id);
  else next.delete(id);
  return next;
}

interface DeletedRowProps {
  readonly record: DeletedRecord;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
  /** Null in a map that cannot be changed. */
  readonly onRestore: (() => void) | null;
}

function DeletedRow({ record, ticked, onTick, onRestore }: DeletedRowProps) {
  const { document: journeyDocument } = useOpenMap();
  const [now] = useState(() => journeyDocument.entropy.now());
  const name = record.name === '' ? t('deleted.unnamed') : record.name;
  const about = whatAndWhen(record, now, journeyDocument.actor);
  if (!onRestore) return <ListRow label={name} secondLine={about} />;
  return (
    <ListRow
      label={<Checkbox label={name} description={about} checked={ticked} onChange={onTick} />}
      trailing={
        <Button
          size="s"
          icon={RotateCcw}
          aria-label={t('deleted.restoreNamed', { name })}
          onClick={onRestore}
        >
          {t('deleted.restore')}
        </Button>
      }
    />
  );
}

function whatAndWhen({ kind, deletedAt, deletedBy }: DeletedRecord, now: number, actor: string): string {
  const what = t(`model.kind.${kind}`);
  const when = formatAgo(deletedAt, now);
  return deletedBy === actor ? t('deleted.byYou', { what, when }) : t('deleted.when', { what, when });
}
