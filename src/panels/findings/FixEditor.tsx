import { useEffect, useRef, useState } from 'react';
import type { Choice, Fix } from '../../analysis/fixOf';
import { toneOfFunction } from '../../model/functionColors';
import { useJourney } from '../../store/openMap';
import { Button } from '../../ui/Button';
import { Combobox } from '../../ui/Combobox';
import type { ComboboxOption } from '../../ui/comboboxOptions';
import { DateField } from '../../ui/DateField';
import { TextField } from '../../ui/TextField';
import { t, type TextKey } from '../../ui/i18n/t';
import type { FixChoice } from './runFix';
import { useEscape } from '../../ui/useEscape';

export interface FixEditorProps {
  readonly label: string;
  readonly fix: Fix & { readonly choose: Choice };
  readonly onChoose: (choice: FixChoice, said: string) => void;
  readonly onClose: () => void;
}

/** The field that a fix asks for, right below its finding; it has the focus while it is open. */
export function FixEditor(props: FixEditorProps) {
  const { from, argument } = props.fix.choose;
  if (from === 'text') return <TextEditor {...props} />;
  if (from === 'date') return <DateEditor {...props} />;
  if (from === 'party' || from === 'system' || argument === 'party') return <RecordPicker {...props} />;
  return <WordPicker {...props} words={from} />;
}

function RecordPicker({ label, fix, onChoose, onClose }: FixEditorProps) {
  const { from } = fix.choose;
  const kind = from === 'system' ? 'systems' : 'parties';
  const records = useJourney((journey) => journey[kind].all);
  const options = records
    .filter(({ id }) => typeof from === 'string' || from.includes(id))
    .map((record): ComboboxOption => {
      const own = 'function' in record ? record.function : null;
      return {
        id: record.id,
        label: record.name.trim() || t('findings.unnamed'),
        secondLine: own === null ? undefined : t(`model.function.${own}`),
        tone: 'function' in record ? toneOfFunction(own) : undefined,
      };
    });
  return (
    <Picker
      label={label}
      options={options}
      onPick={(value, said) => onChoose({ value }, said)}
      onCreate={from === 'party' ? (name) => onChoose({ name }, name) : undefined}
      onClose={onClose}
    />
  );
}

type WordsOfModel = 'lawfulBasis' | 'standing' | 'classification' | 'requirementState';

/** Where the words of a field are told, by the field's name. */
const wordsOfArgument: Readonly<Record<string, WordsOfModel>> = {
  lawfulBasis: 'lawfulBasis',
  standing: 'standing',
  clearedFor: 'classification',
  state: 'requirementState',
};

function WordPicker({
  label,
  fix,
  words,
  onChoose,
  onClose,
}: FixEditorProps & { readonly words: readonly string[] }) {
  const set = wordsOfArgument[fix.choose.argument];
  const options = words.map((word) => ({
    id: word,
    label: set ? t(`model.${set}.${word}` as Extract<TextKey, `model.standing.${string}`>) : word,
  }));
  return (
    <Picker
      label={label}
      options={options}
      onPick={(value, said) => onChoose({ value }, said)}
      onClose={onClose}
    />
  );
}

interface PickerProps {
  readonly label: string;
  readonly options: readonly ComboboxOption[];
  readonly onPick: (id: string, said: string) => void;
  readonly onCreate?: ((name: string) => void) | undefined;
  readonly onClose: () => void;
}

function Picker({ label, options, onPick, onCreate, onClose }: PickerProps) {
  return (
    <Combobox
      label={label}
      autoFocus
      options={options}
      value={null}
      onChange={(id) => {
        const option = options.find((one) => one.id === id);
        if (option) onPick(option.id, option.label);
      }}
      onCreate={onCreate}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    />
  );
}

function TextEditor({ label, onChoose, onClose }: FixEditorProps) {
  const [text, setText] = useState('');
  const formRef = useRef<HTMLFormElement>(null);
  useEscape(formRef, onClose);
  const isEmpty = text.trim() === '';
  return (
    <form
      ref={formRef}
      className="finding-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) onChoose({ value: text.trim() }, text.trim());
      }}
    >
      <TextField label={label} autoFocus value={text} onChange={setText} />
      <EditorButtons isReady={!isEmpty} onClose={onClose} />
    </form>
  );
}

function DateEditor({ label, onChoose, onClose }: FixEditorProps) {
  const [day, setDay] = useState<string | null>(null);
  const formRef = useRef<HTMLFormElement>(null);
  useEscape(formRef, onClose);
  useEffect(() => formRef.current?.querySelector('input')?.focus(), []);
  return (
    <form
      ref={formRef}
      className="finding-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (day !== null) onChoose({ value: day }, day);
      }}
    >
      <DateField label={label} value={day} onChange={setDay} />
      <EditorButtons isReady={day !== null} onClose={onClose} />
    </form>
  );
}

function EditorButtons({ isReady, onClose }: { readonly isReady: boolean; readonly onClose: () => void }) {
  return (
    <div className="finding-actions">
      <Button type="submit" size="s" variant="primary" disabled={!isReady}>
        {t('findings.set')}
      </Button>
      <Button size="s" variant="ghost" onClick={onClose}>
        {t('findings.cancel')}
      </Button>
    </div>
  );
}
