import {
  ArrowLeftRight,
  BookOpen,
  Footprints,
  Columns2,
  Hand,
  MousePointer2,
  Redo2,
  Route,
  Server,
  SquarePlus,
  StickyNote,
  Undo2,
} from 'lucide-react';
import { redo, undo } from '../commands/undoRedo';
import { useMirror, useOpenMap, useView } from '../store/openMap';
import { isLegendOpen, type Tool } from '../store/view';
import { t } from '../ui/i18n/t';
import { toggleWalk } from './walk/walkActions';
import { Toolbar, type ToolbarButton, type ToolbarItem } from '../ui/Toolbar';

const tools = [
  { id: 'select', icon: MousePointer2, label: 'canvas.toolSelect', shortcut: 'V' },
  { id: 'touchpoint', icon: SquarePlus, label: 'canvas.toolTouchpoint', shortcut: 'N' },
  { id: 'stage', icon: Columns2, label: 'canvas.toolStage', shortcut: 'S' },
  { id: 'system', icon: Server, label: 'canvas.toolSystem', shortcut: 'Y' },
  { id: 'flow', icon: ArrowLeftRight, label: 'canvas.toolFlow', shortcut: 'F' },
  { id: 'note', icon: StickyNote, label: 'canvas.toolNote', shortcut: 'O' },
  { id: 'hand', icon: Hand, label: 'canvas.toolHand', shortcut: 'H' },
] as const;

/** The tools, at the left edge. A tool stays chosen for one thing, then the pointer selects again. */
export function ToolRail() {
  const openMap = useOpenMap();
  const tool = useView((view) => view.tool);
  const showsPaths = useView((view) => view.personas.length > 0);
  const isWalking = useView((view) => view.walk !== null);
  const legendOpen = useView(isLegendOpen);
  const history = useMirror((state) => state.history);
  const readOnly = useMirror((state) => state.readOnly);
  const choose = (next: Tool): void => openMap.view.setState({ tool: next === tool ? 'select' : next });
  const items: readonly ToolbarItem[] = [
    ...tools.map(({ id, icon, label, shortcut }): ToolbarButton => ({
      id,
      icon,
      label: t(label),
      shortcut,
      pressed: tool === id,
      disabled: readOnly && id !== 'select' && id !== 'hand',
      onSelect: () => choose(id),
    })),
    { type: 'separator', id: 'history' },
    {
      id: 'undo',
      icon: Undo2,
      label: t('canvas.undo'),
      shortcut: 'Mod+Z',
      disabled: history.undo === null,
      onSelect: () => void undo.run(openMap),
    },
    {
      id: 'redo',
      icon: Redo2,
      label: t('canvas.redo'),
      shortcut: 'Mod+Shift+Z',
      disabled: history.redo === null,
      onSelect: () => void redo.run(openMap),
    },
    { type: 'separator', id: 'reading' },
    {
      id: 'paths',
      icon: Route,
      label: t('paths.open'),
      shortcut: 'P',
      pressed: showsPaths,
      onSelect: () => openMap.view.setState(({ pathsOpen }) => ({ pathsOpen: !pathsOpen })),
    },
    {
      id: 'walk',
      icon: Footprints,
      label: t('walk.start'),
      shortcut: 'W',
      pressed: isWalking,
      onSelect: () => toggleWalk(openMap),
    },
    {
      id: 'legend',
      icon: BookOpen,
      label: t('lens.legend'),
      pressed: legendOpen,
      onSelect: () =>
        openMap.view.setState(({ lens, legends }) => ({ legends: { ...legends, [lens]: !legendOpen } })),
    },
  ];
  return (
    <div className="tool-rail">
      <Toolbar label={t('canvas.tools')} items={items} />
    </div>
  );
}
