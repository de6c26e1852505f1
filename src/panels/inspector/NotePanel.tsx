import type { Note } from '../../model/records/note';
import { t } from '../../ui/i18n/t';
import { ChoiceField } from './parts/fields';
import { useUpdate } from './parts/inspectorContext';
import { LongText } from './parts/LongText';
import { PanelFrame } from './parts/PanelFrame';

const colors = ['yellow', 'green', 'blue', 'pink'] as const;

/** A sticky note: what it says and on which paper. */
export function NotePanel({ record: note }: { readonly record: Note }) {
  const update = useUpdate('notes', note.id);
  return (
    <PanelFrame
      eyebrow={t('model.kind.notes')}
      title={note.text.trim().split('\n', 1)[0] ?? ''}
      record={{ kind: 'notes', id: note.id }}
    >
      <LongText name="note.text" value={note.text} onType={(text, gesture) => update({ text }, gesture)} />
      <ChoiceField
        name="note.color"
        words="noteColor"
        values={colors}
        value={note.color}
        onChange={(color) => update({ color })}
      />
    </PanelFrame>
  );
}
