import { Eye, MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import { deleteRecords } from '../../commands/deleteRecords';
import { saveView } from '../../commands/saveView';
import { undo } from '../../commands/undoRedo';
import { updateRecord } from '../../commands/updateRecord';
import type { View } from '../../model/records/view';
import { applyView, isLookOf, lookOf } from '../../store/look';
import { useJourney, useMirror, useOpenMap, useView, type OpenMap } from '../../store/openMap';
import { announcements } from '../../ui/announcements';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Checkbox';
import { IconButton } from '../../ui/IconButton';
import { List, ListRow } from '../../ui/ListRow';
import { Menu } from '../../ui/Menu';
import { notices } from '../../ui/notices';
import { Section } from '../../ui/Section';
import { TextField } from '../../ui/TextField';
import { t } from '../../ui/i18n/t';
import { cameraNow } from './cameraNow';

/** The map's views: show one, keep the present look as one, rename, bring up to date, delete. */
export function ViewList() {
  const views = useJourney((journey) => journey.views.all);
  const isReadOnly = useMirror((mirror) => mirror.readOnly);
  return (
    <Section title={t('filter.views')} count={views.length || undefined} headingLevel={3}>
      {views.length === 0 ? (
        <p className="quiet-text">{t('filter.views.none')}</p>
      ) : (
        <List label={t('filter.views')}>
          {views.map((view) => (
            <ViewRow key={view.id} view={view} isReadOnly={isReadOnly} />
          ))}
        </List>
      )}
      {!isReadOnly && <SaveForm />}
    </Section>
  );
}

function nameOf({ name }: View): string {
  return name.trim() || t('filter.unnamed');
}

function ViewRow({ view, isReadOnly }: { readonly view: View; readonly isReadOnly: boolean }) {
  const openMap = useOpenMap();
  const isApplied = useView((state) => state.appliedView === view.id);
  const journey = useJourney((now) => now);
  const isSame = useView((state) => isLookOf(state, journey, view));
  const [isRenaming, setRenaming] = useState(false);
  if (isRenaming) return <RenameRow view={view} onDone={() => setRenaming(false)} />;
  return (
    <ListRow
      label={
        <>
          <span className="visually-hidden">{t('filter.views.show', { name: nameOf(view) })}</span>
          <span aria-hidden>{nameOf(view)}</span>
        </>
      }
      icon={Eye}
      selected={isApplied && isSame}
      secondLine={isApplied && !isSame ? t('filter.views.changed') : undefined}
      onClick={() => applyView(openMap, view)}
      actions={
        !isReadOnly && (
          <Menu
            trigger={
              <IconButton
                label={t('filter.views.actions', { name: nameOf(view) })}
                icon={MoreHorizontal}
                size="s"
              />
            }
            align="end"
            entries={[
              {
                id: 'update',
                label: t('filter.views.update'),
                disabled: isSame,
                onSelect: () => bringUpToDate(openMap, view),
              },
              { id: 'rename', label: t('filter.views.rename'), onSelect: () => setRenaming(true) },
              {
                id: 'delete',
                label: t('filter.views.delete'),
                danger: true,
                onSelect: () => removeView(openMap, view),
              },
            ]}
          />
        )
      }
    />
  );
}

function RenameRow({ view, onDone }: { readonly view: View; readonly onDone: () => void }) {
  const openMap = useOpenMap();
  const rename = (name: string): void => {
    if (name.trim() !== '')
      told(updateRecord.run(openMap, { kind: 'views', id: view.id, patch: { name: name.trim() } }));
  };
  return (
    <li className="filter-rename">
      <TextField
        label={t('filter.views.name')}
        hideLabel
        autoFocus
        value={view.name}
        onCommit={rename}
        onBlur={onDone}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.stopPropagation();
          if (event.key === 'Escape' || event.key === 'Enter') onDone();
        }}
      />
    </li>
  );
}

function SaveForm() {
  const openMap = useOpenMap();
  const [name, setName] = useState('');
  const [keepsCamera, setKeepsCamera] = useState(false);
  const save = (): void => {
    if (name.trim() === '') return;
    const state = openMap.view.getState();
    const look = lookOf(state, openMap.journey(), keepsCamera ? cameraNow(state) : null);
    const saved = saveView.run(openMap, { name, look });
    if (!told(saved) || !saved.ok) return;
    openMap.view.setState({ appliedView: saved.value });
    announcements.announce(t('filter.views.saved', { name: name.trim() }));
    setName('');
  };
  return (
    <form
      className="filter-save"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField
        label={t('filter.views.name')}
        hideLabel
        placeholder={t('filter.views.placeholder')}
        value={name}
        onChange={setName}
      />
      <Button type="submit" aria-disabled={name.trim() === ''}>
        {t('filter.views.save')}
      </Button>
      <Checkbox label={t('filter.views.camera')} checked={keepsCamera} onChange={setKeepsCamera} />
    </form>
  );
}

function bringUpToDate(openMap: OpenMap, view: View): void {
  const state = openMap.view.getState();
  const look = lookOf(state, openMap.journey(), view.camera === null ? null : cameraNow(state));
  if (!told(updateRecord.run(openMap, { kind: 'views', id: view.id, patch: { ...look } }))) return;
  openMap.view.setState({ appliedView: view.id });
  announcements.announce(t('filter.views.updated', { name: nameOf(view) }));
}

function removeView(openMap: OpenMap, view: View): void {
  if (!told(deleteRecords.run(openMap, { records: [{ kind: 'views', id: view.id }] }))) return;
  notices.show({
    text: t('filter.views.deleted', { name: nameOf(view) }),
    action: { label: t('ui.undo'), onSelect: () => undo.run(openMap) },
  });
}

/** Whether a command did something; says so when it did not. */
function told(result: { readonly ok: boolean }): boolean {
  if (!result.ok) notices.show({ id: 'filter-refused', text: t('filter.refused'), tone: 'late' });
  return result.ok;
}
