import {
  AlignCenterVertical,
  ArrowRight,
  Copy,
  Maximize,
  Merge,
  PencilLine,
  Server,
  SquareSplitHorizontal,
  StretchHorizontal,
  Trash2,
  UserRoundCheck,
  WandSparkles,
  Waypoints,
} from 'lucide-react';
import { isOwnable } from '../model/isOwnable';
import { keysOf, type IntentId } from '../commands/intents';
import type { RecordRef } from '../model/kinds';
import type { Point } from '../layout/geometry';
import { useOpenMap, useView, type OpenMap } from '../store/openMap';
import { isReachable, showReach } from '../store/reach';
import { kindIcon } from '../ui/kindIcon';
import { t } from '../ui/i18n/t';
import type { MenuEntry } from '../ui/menuEntries';
import { PointMenu } from '../ui/PointMenu';
import { useCanvasActions } from './canvasActions';
import { editCommands } from './editCommands';
import { useTrialEntries } from './trial/useTrialEntries';
import { mergeSelectedStages, splitSelectedStage } from './rulers/stageCommands';

export interface CanvasMenuProps {
  readonly point: Point | null;
  /** Returns whether the canvas is bare now; a line may have opened something else. */
  readonly onClose: () => boolean;
}

/** What can be done with the selection, at the pointer or beside what has the keyboard. */
export function CanvasMenu({ point, onClose }: CanvasMenuProps) {
  const openMap = useOpenMap();
  const actions = useCanvasActions();
  const selection = useView((view) => view.selection);
  const commands = editCommands(openMap, actions);
  return (
    <PointMenu
      point={point}
      label={t('canvas.menu')}
      entries={entriesFor(selection, commands, useTrialEntries(), openMap)}
      onClose={() => {
        if (onClose()) actions.focusCanvas();
      }}
    />
  );
}

function entriesFor(
  selection: readonly RecordRef[],
  commands: ReturnType<typeof editCommands>,
  trials: readonly MenuEntry[],
  openMap: OpenMap,
): readonly MenuEntry[] {
  const primary = selection.at(-1);
  if (!primary) return [];
  const isTouchpoint = primary.kind === 'touchpoints';
  const entries: MenuEntry[] = [
    { id: 'edit', label: t('canvas.rename'), icon: PencilLine, shortcut: 'Enter', onSelect: commands.edit },
  ];
  if (isTouchpoint || primary.kind === 'systems') {
    entries.push({
      id: 'connect',
      label: t('canvas.connect'),
      icon: ArrowRight,
      shortcut: 'C',
      onSelect: commands.connect,
    });
  }
  if (isTouchpoint) {
    entries.push(
      {
        id: 'attach',
        label: t('canvas.attachSystem'),
        icon: Server,
        shortcut: 'A',
        onSelect: commands.attach,
      },
      {
        id: 'stage',
        label: t('canvas.stageOver'),
        icon: StretchHorizontal,
        shortcut: 'S',
        onSelect: commands.makeStage,
      },
    );
  }
  if (selection.some(({ kind }) => isOwnable(kind))) {
    entries.push({
      id: 'owner',
      label: t('canvas.setOwner'),
      icon: UserRoundCheck,
      shortcut: 'U',
      onSelect: commands.own,
    });
  }
  if (selection.some(({ kind }) => kind === 'notes')) {
    for (const what of ['touchpoint', 'system', 'requirement'] as const)
      entries.push({
        id: `to-${what}`,
        label: t(`palette.intent.note.to-${what}`),
        icon: kindIcon(`${what}s`),
        shortcut: keysOf(`note.to-${what}`)[0],
        onSelect: () => openMap.view.setState({ intentRequest: `note.to-${what}` }),
      });
  }
  if (primary.kind === 'stages') {
    const several = selection.filter(({ kind }) => kind === 'stages').length > 1;
    entries.push(
      {
        id: 'split',
        label: t('rulers.split'),
        icon: SquareSplitHorizontal,
        shortcut: 'Shift+S',
        onSelect: () => splitSelectedStage(openMap),
      },
      {
        id: 'merge',
        label: several ? t('rulers.merge') : t('rulers.mergeNext'),
        icon: Merge,
        shortcut: 'M',
        onSelect: () => mergeSelectedStages(openMap),
      },
    );
  }
  if (isReachable(primary)) {
    entries.push({
      id: 'reach',
      label: t('reach.show'),
      icon: Waypoints,
      shortcut: 'I',
      onSelect: () => showReach(openMap.view, primary),
    });
  }
  const zoom: MenuEntry = {
    id: 'zoom',
    label: t('canvas.zoomToSelection'),
    icon: Maximize,
    shortcut: 'Shift+2',
    onSelect: commands.zoomToSelection,
  };
  // Where nothing can be changed, what changes something is not offered.
  if (openMap.document.isReadOnly) return [...entries.filter(({ id }) => id === 'reach'), ...trials, zoom];
  return [
    ...entries,
    ...trials,
    ...tidyEntries(selection, openMap),
    { type: 'separator', id: 'rule' },
    zoom,
    {
      id: 'duplicate',
      label: t('canvas.duplicate'),
      icon: Copy,
      shortcut: 'Mod+D',
      onSelect: commands.duplicate,
    },
    {
      id: 'delete',
      label: t('canvas.delete'),
      icon: Trash2,
      shortcut: 'Delete',
      danger: true,
      onSelect: commands.remove,
    },
  ];
}

const tidyWays = ['evenly', 'time', 'untangle', 'tracks'] as const;
const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom', 'rows'] as const;

/** Tidying up: the selection when it is several touchpoints or systems, else the map. The page does it. */
function tidyEntries(selection: readonly RecordRef[], openMap: OpenMap): readonly MenuEntry[] {
  const count = (...kinds: readonly string[]): number =>
    selection.filter(({ kind }) => kinds.includes(kind)).length;
  const entryOf = (id: IntentId, label: string): MenuEntry => ({
    id,
    label,
    shortcut: keysOf(id)[0],
    onSelect: () => openMap.view.setState({ intentRequest: id }),
  });
  // Notes alone are spread and nothing else (TIDY-2).
  const ofNotes = count('notes') > 1 && count('notes') === selection.length;
  const tidy: MenuEntry = {
    type: 'submenu',
    id: 'tidy',
    icon: WandSparkles,
    label: ofNotes || count('touchpoints') > 1 || count('systems') > 1 ? t('tidy.arrange') : t('tidy.menu'),
    entries: (ofNotes ? (['evenly'] as const) : tidyWays).map((way) =>
      entryOf(`tidy.${way}`, t(`tidy.way.${way}`)),
    ),
  };
  if (count('touchpoints', 'notes') < 2) return [tidy];
  const align: MenuEntry = {
    type: 'submenu',
    id: 'align',
    icon: AlignCenterVertical,
    label: t('tidy.align'),
    entries: alignments.map((side) => entryOf(`align.${side}`, t(`palette.intent.align.${side}`))),
  };
  return [tidy, align];
}
