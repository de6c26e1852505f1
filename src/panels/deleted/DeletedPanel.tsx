import { RotateCcw, Search, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { restoreRecords } from '../../commands/restoreRecords';
import { useJourney, useMirror, useOpenMap } from '../../store/openMap';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { formatAgo } from '../../ui/i18n/format';
import { t } from '../../ui/i18n/t';
import { List, ListRow } from '../../ui/ListRow';
import { SidePanel } from '../../ui/SidePanel';
import { TextField } from '../../ui/TextField';
import { deletedRecords, type DeletedRecord } from './deletedRecords';

/** What was deleted from the open map and can be brought back, last deleted first. */
export function DeletedPanel({ onClose }: { readonly onClose: () => void }) {
  const map = useOpenMap();
  const tables = useJourney((journey) => journey.tables);
  const readOnly = useMirror((mirror) => mirror.readOnly);
  const [query, setQuery] = useState('');
  const [now] = useState(() => map.document.entropy.now());
  const deleted = useMemo(() => deletedRecords(tables), [tables]);
  const wanted = query.trim().toLocaleLowerCase();
  const shown = deleted.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  return (
    <SidePanel label={t('deleted.title')} title={t('deleted.title')} onClose={onClose}>
      {deleted.length === 0 ? (
        <EmptyState icon={Trash2} title={t('deleted.empty')} text={t('deleted.emptyText')} headingLevel={3} />
      ) : (
        <>
          {deleted.length > 8 && (
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
            {shown.map((record) => (
              <ListRow
                key={`${record.kind} ${record.id}`}
                label={record.name === '' ? t('deleted.unnamed') : record.name}
                secondLine={whatAndWhen(record, now, map.document.actor)}
                trailing={
                  !readOnly && (
                    <Button
                      size="s"
                      icon={RotateCcw}
                      onClick={() =>
                        restoreRecords.run(map, { records: [{ kind: record.kind, id: record.id }] })
                      }
                    >
                      {t('deleted.restore')}
                    </Button>
                  )
                }
              />
            ))}
          </List>
        </>
      )}
    </SidePanel>
  );
}

function whatAndWhen({ kind, deletedAt, deletedBy }: DeletedRecord, now: number, actor: string): string {
  const what = t(`model.kind.${kind}`);
  const when = formatAgo(deletedAt, now);
  return deletedBy === actor ? t('deleted.byYou', { what, when }) : t('deleted.when', { what, when });
}
