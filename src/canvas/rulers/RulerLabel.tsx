import {
  ChevronDown,
  Eye,
  EyeOff,
  Focus,
  PencilLine,
  Ruler as RulerIcon,
  StretchHorizontal,
} from 'lucide-react';
import type { RulerRows } from '../../layout/geometry';
import { useJourney, useMirror, useOpenMap, useView, type OpenMap } from '../../store/openMap';
import { t } from '../../ui/i18n/t';
import { Menu } from '../../ui/Menu';
import type { MenuEntry } from '../../ui/menuEntries';
import { useCanvasActions, type CanvasActions } from '../canvasActions';
import { spanAround, spanOver } from '../editCommands';
import { rulerName, showRuler } from './showRulers';
import { addRuler, layStageOn } from './stageCommands';

/** The name of a ruler in the gutter, with the menu of what can be done with it. */
export function RulerLabel({ row, top }: { readonly row: RulerRows; readonly top: string }) {
  const openMap = useOpenMap();
  const actions = useCanvasActions();
  const readOnly = useMirror((state) => state.readOnly);
  const rulers = useJourney((journey) => journey.rulers.all);
  const hidden = useView((view) => view.hiddenRulers);
  const isHidden = row.id !== null && hidden.includes(row.id);
  const ruler = rulers.find(({ id }) => id === row.id);
  const name = rulers.length > 1 ? rulerName(ruler) : t('canvas.stages');
  const entries = [
    ...(ruler && rulers.length > 1 ? shownEntries(openMap, ruler.id, isHidden, hidden.length > 0) : []),
    ...(readOnly ? [] : editEntries(openMap, actions, row.id)),
    ...(ruler
      ? [
          {
            id: 'details',
            label: t('rulers.details'),
            icon: PencilLine,
            onSelect: () =>
              openMap.view.setState({
                selection: [{ kind: 'rulers' as const, id: ruler.id }],
                inspectorOpen: true,
                findings: null,
                scores: false,
              }),
          },
        ]
      : []),
  ];
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="gutter-label gutter-ruler"
          data-hidden={isHidden || undefined}
          style={{ top }}
          // The canvas is one tab stop; keys R, S, M and the palette do what this menu does.
          tabIndex={-1}
          aria-label={t('rulers.menu', { name: isHidden ? t('rulers.hidden', { name }) : name })}
        >
          <span className="gutter-ruler-name">{name}</span>
          {isHidden ? <EyeOff size={13} aria-hidden /> : <ChevronDown size={13} aria-hidden />}
        </button>
      }
      entries={entries}
    />
  );
}

function shownEntries(
  openMap: OpenMap,
  id: string,
  isHidden: boolean,
  someHidden: boolean,
): readonly MenuEntry[] {
  const { view } = openMap;
  return [
    { id: 'only', label: t('rulers.only'), icon: Focus, onSelect: () => showRuler(openMap, id) },
    {
      id: 'hide',
      label: isHidden ? t('rulers.show') : t('rulers.hide'),
      icon: isHidden ? Eye : EyeOff,
      onSelect: () =>
        view.setState(({ hiddenRulers }) => ({
          hiddenRulers: isHidden ? hiddenRulers.filter((one) => one !== id) : [...hiddenRulers, id],
        })),
    },
    {
      id: 'all',
      label: t('rulers.all'),
      icon: Eye,
      shortcut: 'R',
      disabled: !someHidden,
      onSelect: () => showRuler(openMap, null),
    },
    { type: 'separator', id: 'rule' },
  ];
}

function editEntries(openMap: OpenMap, actions: CanvasActions, ruler: string | null): readonly MenuEntry[] {
  const over = spanOver(openMap.journey(), openMap.view.getState().selection);
  return [
    {
      id: 'stage',
      label: over ? t('rulers.stageOverSelection') : t('rulers.stageHere'),
      icon: StretchHorizontal,
      onSelect: () => layStageOn(openMap, ruler, over ?? spanAround(actions)),
    },
    { id: 'add', label: t('rulers.add'), icon: RulerIcon, onSelect: () => addRuler(openMap) },
  ];
}
