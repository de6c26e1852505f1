import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useJourney } from '../../store/openMap';
import { t } from '../../ui/i18n/t';
import type { CanvasNode } from '../adaptor/canvasNodes';
import { countRender } from '../countRender';
import './NoteNode.css';

/** A sticky note. */
export const NoteNode = memo(function NoteNode({ id }: NodeProps<CanvasNode>) {
  countRender(id);
  const note = useJourney((journey) => journey.notes.byId.get(id));
  if (!note) return null;
  return (
    <div className="note" data-color={note.color ?? 'yellow'}>
      <span className="note-text" data-empty={note.text === '' || undefined} dir="auto">
        {note.text === '' ? t('canvas.emptyNote') : note.text}
      </span>
    </div>
  );
});
