import { useMemo, useRef, useState } from 'react';
import { nameChanges, replaceInNames, type NameChange, type NameSearch } from '../../commands/replaceInNames';
import { undo } from '../../commands/undoRedo';
import { nameableKinds, type NameableKind } from '../../model/ownName';
import { useJourney, useOpenMap } from '../../store/openMap';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Checkbox';
import { Dialog } from '../../ui/Dialog';
import { t } from '../../ui/i18n/t';
import { notices } from '../../ui/notices';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import './palette.css';

type ReplaceOptions = Omit<NameSearch, 'text'>;

const anything: ReplaceOptions = {
  replacement: '',
  kind: null,
  matchesCase: false,
  wholeWords: false,
};

/** Names that are listed at once; as many more when asked for. */
const listedAtOnce = 200;

export interface ReplaceDialogProps {
  /** The text that is looked for. */
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onClose: () => void;
}

/** Finds a text in names and puts another in its place, after a look at every name that would change. */
export function ReplaceDialog({ query, onQuery, onClose }: ReplaceDialogProps) {
  const openMap = useOpenMap();
  const [options, setOptions] = useState(anything);
  const search = useMemo((): NameSearch => ({ ...options, text: query }), [options, query]);
  const [except, setExcept] = useState<ReadonlySet<string>>(new Set());
  const field = useRef<HTMLInputElement>(null);
  const replacementField = useRef<HTMLInputElement>(null);
  const journey = useJourney((now) => now);
  const changes = useMemo(() => nameChanges(journey, search), [journey, search]);
  const count = changes.filter(({ id }) => !except.has(id)).length;

  const change = (patch: Partial<ReplaceOptions>): void => {
    setOptions({ ...options, ...patch });
    setExcept(new Set());
  };
  const replace = (): void => {
    if (count === 0) return;
    const done = replaceInNames.run(openMap, { ...search, except });
    if (!done.ok) {
      notices.show({ text: t('palette.replace.refused'), tone: 'late' });
      return;
    }
    onClose();
    notices.show({
      text: t('palette.replace.done', { count: done.value }),
      action: { label: t('ui.undo'), onSelect: () => undo.run(openMap) },
    });
  };

  return (
    <Dialog
      open
      title={t('palette.replace.title')}
      initialFocus={field}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{t('palette.replace.cancel')}</Button>
          <Button variant="primary" aria-disabled={count === 0} onClick={replace}>
            {count === 0 ? t('palette.replace.run') : t('palette.replace.runCount', { count })}
          </Button>
        </>
      }
    >
      <form
        className="replace-fields"
        onSubmit={(event) => {
          event.preventDefault();
          // Whoever presses Enter in what is looked for has not said yet what shall stand there.
          if (document.activeElement === field.current) replacementField.current?.focus();
          else replace();
        }}
      >
        <TextField
          ref={field}
          label={t('palette.replace.find')}
          value={search.text}
          onChange={(text) => {
            onQuery(text);
            setExcept(new Set());
          }}
        />
        <TextField
          ref={replacementField}
          label={t('palette.replace.with')}
          value={search.replacement}
          onChange={(replacement) => change({ replacement })}
        />
        <Select
          label={t('palette.replace.scope')}
          options={nameableKinds.map((kind) => ({ value: kind, label: t(`model.kind.${kind}`) }))}
          emptyLabel={t('palette.replace.everyKind')}
          value={search.kind}
          onChange={(kind: NameableKind | null) => change({ kind })}
        />
        <div className="replace-options">
          <Checkbox
            label={t('palette.replace.matchesCase')}
            checked={search.matchesCase}
            onChange={(matchesCase) => change({ matchesCase })}
          />
          <Checkbox
            label={t('palette.replace.wholeWords')}
            checked={search.wholeWords}
            onChange={(wholeWords) => change({ wholeWords })}
          />
        </div>
        {/* Enter in a field submits. */}
        <input type="submit" hidden />
      </form>
      <Preview
        changes={changes}
        isAsked={search.text !== ''}
        except={except}
        onToggle={(id) => setExcept(toggled(except, id))}
      />
    </Dialog>
  );
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

interface PreviewProps {
  readonly changes: readonly NameChange[];
  readonly isAsked: boolean;
  readonly except: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

function Preview({ changes, isAsked, except, onToggle }: PreviewProps) {
  const [listed, setListed] = useState(listedAtOnce);
  const left = changes.length - listed;
  return (
    <section className="replace-preview" aria-label={t('palette.replace.preview')}>
      <p className="quiet-text" role="status">
        {isAsked ? t('palette.replace.found', { count: changes.length }) : t('palette.replace.hint')}
      </p>
      {changes.length > 0 && (
        <ul className="replace-list">
          {changes.slice(0, listed).map((change) => (
            <li key={change.id}>
              <Checkbox
                label={
                  <>
                    <del>{change.before}</del> <ins>{change.after}</ins>
                  </>
                }
                description={t(`model.kind.${change.kind}`)}
                checked={!except.has(change.id)}
                onChange={() => onToggle(change.id)}
              />
            </li>
          ))}
        </ul>
      )}
      {left > 0 && (
        <Button size="s" variant="ghost" onClick={() => setListed(listed + listedAtOnce)}>
          {t('palette.replace.more', { count: left })}
        </Button>
      )}
    </section>
  );
}
