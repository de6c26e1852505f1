import type { Note } from '../../model/records/note';
import { keysOf } from '../../commands/intents';
import { useOpenMap } from '../../store/openMap';
import { Button } from '../../ui/Button';
import { kindIcon } from '../../ui/kindIcon';
import { Section } from '../../ui/Section';
import { t } from '../../ui/i18n/t';
import { ChoiceField } from './parts/fields';
import { useInspector, useUpdate } from './parts/inspectorContext';
import { LongText } from './parts/LongText';
import { PanelFrame } from './parts/PanelFrame';

const colors = ['yellow', 'green', 'blue', 'pink'] as const;

/** A sticky note: what it says, on which paper, and what it can become. */
export function NotePanel({ record: note }: { readonly record: Note }) {
  const update = useUpdate('notes', note.id);
  const { isReadOnly } = useInspector();
  return (
    <PanelFrame
      eyebrow={t('model.kind.notes')}
      title={note.text.trim().split('\n', 1)[0] ?? ''}
      record={{ kind: 'notes', id: note.id }}
    >
      <LongText
        plain
        name="note.text"
        value={note.text}
        onType={(text, gesture) => update({ text }, gesture)}
      />
      <ChoiceField
        name="note.color"
        words="noteColor"
        values={colors}
        value={note.color}
        onChange={(color) => update({ color })}
      />
      {!isReadOnly && <TurnInto />}
    </PanelFrame>
  );
}

function TurnInto() {
  const openMap = useOpenMap();
  return (
    <Section title={t('notes.turnInto')}>
      <div className="inspector-buttons">
        {(['touchpoint', 'system', 'requirement'] as const).map((what) => (
          <Button
            key={what}
            size="s"
            icon={kindIcon(`${what}s`)}
            title={keysOf(`note.to-${what}`)[0]}
            onClick={() => openMap.view.setState({ intentRequest: `note.to-${what}` })}
          >
            {t(`notes.into.${what}`)}
          </Button>
        ))}
      </div>
    </Section>
  );
}
