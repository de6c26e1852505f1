import { ViewportPortal } from '@xyflow/react';
import { useEffect, useEffectEvent } from 'react';
import type { Geometry, Rect } from '../../layout/geometry';
import { useDerived } from '../../store/derived';
import { useMirror, useOpenMap, useView } from '../../store/openMap';
import type { Editing } from '../../store/view';
import { t } from '../../ui/i18n/t';
import { useCanvasActions } from '../canvasActions';
import { finishEditing, titleOf } from './finishEditing';
import { TitleField, type TitleExit } from './TitleField';

/**
 * The title that is being typed, over the thing it belongs to. It is not part of the card: what is typed survives the
 * card's leaving the screen. Names of systems are typed in the gutter.
 */
export function TitleEditor() {
  const editing = useView((view) => view.editing);
  if (!editing || editing.kind === 'systems') return null;
  return <PlacedEditor key={editing.id} editing={editing} />;
}

function PlacedEditor({ editing }: { readonly editing: Editing }) {
  const openMap = useOpenMap();
  const actions = useCanvasActions();
  const place = useDerived((state) => placeOf(state.shown, editing.id));
  const isReadOnly = useMirror((state) => state.readOnly);
  const { reveal } = actions;
  const bringIntoView = useEffectEvent(() => {
    if (place) reveal(place.rect);
  });
  // Once, when typing begins: later the hand on the wheel decides.
  useEffect(() => bringIntoView(), []);
  useEffect(() => {
    openMap.presence.editing(editing.id);
    return () => openMap.presence.editing(null);
  }, [openMap, editing.id]);
  // What is typed about is gone: a colleague deleted it.
  useEffect(() => {
    if ((!place || isReadOnly) && openMap.view.getState().editing?.id === editing.id) {
      openMap.view.setState({ editing: null });
    }
  });
  if (!place || isReadOnly) return null;
  const { rect, shape } = place;
  const onExit = (exit: TitleExit, value: string): void => {
    finishEditing(openMap, editing, exit, value);
    if (openMap.view.getState().editing === null) actions.focusCanvas();
  };
  return (
    <ViewportPortal>
      <div
        className={`editor editor-${shape}`}
        data-hint={editing.kind === 'touchpoints' ? t('canvas.tabForNext') : undefined}
        style={{
          transform: `translate(${rect.x}px, ${rect.y}px)`,
          width: rect.width,
          height: rect.height,
        }}
      >
        <TitleField
          initial={titleOf(openMap, editing)}
          label={t(labels[shape])}
          placeholder={t(placeholders[shape])}
          multiline={shape === 'note'}
          onExit={onExit}
        />
      </div>
    </ViewportPortal>
  );
}

type Shape = 'card' | 'stage' | 'note' | 'line';
const labels = {
  card: 'canvas.titleOfTouchpoint',
  stage: 'canvas.nameOfStage',
  note: 'canvas.textOfNote',
  line: 'canvas.nameOfLine',
} as const;
const placeholders = {
  card: 'canvas.whatHappensHere',
  stage: 'canvas.untitledStage',
  note: 'canvas.emptyNote',
  line: 'canvas.nameOfLine',
} as const;

interface EditorPlace {
  readonly rect: Rect;
  readonly shape: Shape;
}

const places = new WeakMap<object, EditorPlace>();

/** Where something is typed about a record; the same object for the same place, as subscriptions compare by identity. */
function placeOf(geometry: Geometry, id: string): EditorPlace | null {
  const card = geometry.cardById.get(id);
  if (card) return remembered(card, card.rect, 'card');
  const stage = geometry.stages.find((one) => one.id === id);
  if (stage) return remembered(stage, stage.rect, 'stage');
  const note = geometry.notes.find((one) => one.id === id);
  if (note) return remembered(note, note.rect, 'note');
  const flow = geometry.flows.find((one) => one.id === id);
  if (flow) return remembered(flow, flow.label?.rect ?? lineRect(flow.start), 'line');
  const transition = geometry.transitions.find((one) => one.id === id);
  return transition ? remembered(transition, lineRect(transition.label), 'line') : null;
}

function remembered(member: object, rect: Rect, shape: Shape): EditorPlace {
  const known = places.get(member);
  if (known) return known;
  const place = { rect, shape };
  places.set(member, place);
  return place;
}

function lineRect({ x, y }: { readonly x: number; readonly y: number }): Rect {
  return { x: x - 70, y: y - 12, width: 140, height: 24 };
}
