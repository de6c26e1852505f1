import { ArrowLeft, CircleHelp, Copy, Ellipsis, Focus, Trash2, Waypoints } from 'lucide-react';
import type { ReactNode } from 'react';
import { shortcuts } from '../../../commands/registry';
import type { Kind, RecordRef } from '../../../model/kinds';
import { useOpenMap } from '../../../store/openMap';
import { isReachable, showReach } from '../../../store/reach';
import { IconButton } from '../../../ui/IconButton';
import { InlineEdit } from '../../../ui/InlineEdit';
import { Menu } from '../../../ui/Menu';
import type { MenuEntry } from '../../../ui/menuEntries';
import { SidePanel } from '../../../ui/SidePanel';
import { t } from '../../../ui/i18n/t';
import { fieldTexts, type FieldName } from './fieldTexts';
import { useInspector } from './inspectorContext';
import { useName } from './names';
import { useRecordActions } from './useRecordActions';
import { useTrialEntries } from './useTrialEntries';
import { WhereUsed } from './WhereUsed';

export interface PanelFrameProps {
  /** The kind of thing, above its title. */
  readonly eyebrow: string;
  readonly title: string;
  /** The field the title is; left out where it is derived and cannot be edited. */
  readonly titleField?: FieldName | undefined;
  readonly onTitle?: ((title: string) => void) | undefined;
  /** The record; left out for the map and for several. */
  readonly record?: RecordRef | undefined;
  readonly actions?: readonly MenuEntry[] | undefined;
  /** Below the title and before the sections. */
  readonly intro?: ReactNode;
  readonly children: ReactNode;
}

/** What every panel has around its fields: the way back, kind, title in place, actions, close. */
export function PanelFrame(props: PanelFrameProps) {
  const { eyebrow, title, titleField, onTitle, record, intro, children } = props;
  const { isReadOnly, explains, setExplains } = useInspector();
  const { view } = useOpenMap();
  const recordActions = useRecordEntries(record);
  const entries = props.actions ?? recordActions;
  return (
    <SidePanel
      label={t('inspector.label')}
      eyebrow={<Eyebrow text={eyebrow} />}
      title={
        titleField && onTitle ? (
          <TitleField name={titleField} title={title} onTitle={onTitle} />
        ) : (
          title || t('inspector.untitled')
        )
      }
      actions={
        <>
          <ReachButton record={record} />
          <IconButton
            label={t('inspector.explain')}
            icon={CircleHelp}
            size="s"
            pressed={explains}
            tooltipSide="left"
            onClick={() => setExplains(!explains)}
          />
          {entries.length > 0 && (
            <Menu
              align="end"
              entries={entries}
              trigger={
                <IconButton label={t('inspector.actions')} icon={Ellipsis} size="s" tooltipSide="left" />
              }
            />
          )}
        </>
      }
      onClose={() => view.setState({ inspectorOpen: false })}
      intro={
        <>
          {isReadOnly && <p className="inspector-note">{t('inspector.readOnly')}</p>}
          {intro}
        </>
      }
    >
      {children}
      {record && (
        <div className="inspector-folds">
          <WhereUsed id={record.id} />
        </div>
      )}
    </SidePanel>
  );
}

function ReachButton({ record }: { readonly record: RecordRef | undefined }) {
  const { view } = useOpenMap();
  if (!isReachable(record)) return null;
  return (
    <IconButton
      label={t('reach.show')}
      icon={Waypoints}
      size="s"
      tooltipSide="left"
      onClick={() => showReach(view, record)}
    />
  );
}

function TitleField({
  name,
  title,
  onTitle,
}: {
  readonly name: FieldName;
  readonly title: string;
  readonly onTitle: (title: string) => void;
}) {
  const { isReadOnly } = useInspector();
  const { label, description } = fieldTexts(name);
  return (
    <>
      <InlineEdit
        headingLevel={2}
        label={label}
        value={title}
        placeholder={t('inspector.untitled')}
        readOnly={isReadOnly}
        onCommit={onTitle}
      />
      <p className="ui-field-description">{description}</p>
    </>
  );
}

function Eyebrow({ text }: { readonly text: string }) {
  const { back } = useInspector();
  if (!back) return text;
  return (
    <span className="inspector-eyebrow">
      <BackButton to={back.to} onClick={back.go} />
      {text}
    </span>
  );
}

function BackButton({ to, onClick }: { readonly to: RecordRef | null; readonly onClick: () => void }) {
  const name = useName(to?.id ?? 'map');
  return (
    <IconButton
      label={t('inspector.back', { name })}
      icon={ArrowLeft}
      size="s"
      tooltipSide="right"
      onClick={onClick}
    />
  );
}

/** Kinds that are drawn, so that one can go to them. */
const drawn: ReadonlySet<Kind> = new Set([
  'touchpoints',
  'stages',
  'transitions',
  'systems',
  'dataFlows',
  'notes',
]);
/** Kinds of which a copy makes sense: relations stand for themselves. */
const copyable: ReadonlySet<Kind> = new Set([
  'touchpoints',
  'stages',
  'systems',
  'dataFlows',
  'dataObjects',
  'notes',
]);

function useRecordEntries(record: RecordRef | undefined): readonly MenuEntry[] {
  const { isReadOnly } = useInspector();
  const { duplicate, remove, show } = useRecordActions();
  const trials = useTrialEntries(record);
  const { view } = useOpenMap();
  if (!record) return [];
  const records = [record];
  const entries: MenuEntry[] = [];
  if (drawn.has(record.kind)) {
    entries.push({
      id: 'show',
      label: t('inspector.showOnMap'),
      icon: Focus,
      onSelect: () => show(record),
    });
  }
  entries.push(...trials);
  if (isReachable(record)) {
    entries.push({
      id: 'reach',
      label: t('reach.show'),
      icon: Waypoints,
      shortcut: shortcuts['impact.open']?.[0],
      onSelect: () => showReach(view, record),
    });
  }
  if (copyable.has(record.kind)) {
    entries.push({
      id: 'duplicate',
      label: t('inspector.duplicate'),
      icon: Copy,
      shortcut: shortcuts['record.duplicate']?.[0],
      disabled: isReadOnly,
      onSelect: () => duplicate(records),
    });
  }
  entries.push(
    { type: 'separator', id: 'line' },
    {
      id: 'delete',
      label: t('inspector.delete'),
      icon: Trash2,
      danger: true,
      shortcut: shortcuts['record.delete']?.[0],
      disabled: isReadOnly,
      onSelect: () => remove(records),
    },
  );
  return entries;
}
