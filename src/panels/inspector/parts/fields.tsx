import { createNamed, type NamedKind } from '../../../commands/createNamed';
import { newRecordId } from '../../../model/ids';
import { useOpenMap } from '../../../store/openMap';
import { Switch } from '../../../ui/Checkbox';
import { Combobox } from '../../../ui/Combobox';
import { MultiCombobox } from '../../../ui/MultiCombobox';
import { NumberField } from '../../../ui/NumberField';
import { Select } from '../../../ui/Select';
import { TextField } from '../../../ui/TextField';
import { t } from '../../../ui/i18n/t';
import { choicesOf, fieldTexts, type FieldName, type WordSet } from './fieldTexts';
import { told, useInspector } from './inspectorContext';
import { useRecordOptions, wordOptions, type ChoosableKind } from './options';

interface FieldOf<T> {
  readonly name: FieldName;
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One line of text. */
export function LineField({ name, value, onChange }: FieldOf<string>) {
  const { isReadOnly } = useInspector();
  return <TextField {...fieldTexts(name)} value={value} disabled={isReadOnly} onCommit={onChange} />;
}

/** One line of text from which words are suggested; any other may be typed. */
export function SuggestedField({
  name,
  value,
  onChange,
  suggestions,
  labelOf,
  emptyLabel = t('inspector.notStated'),
}: FieldOf<string | null> & {
  readonly suggestions: readonly string[];
  /** How a suggested word reads; as it is when left out. */
  readonly labelOf?: ((word: string) => string) | undefined;
  readonly emptyLabel?: string | undefined;
}) {
  const { isReadOnly } = useInspector();
  const words = value === null || value === '' ? suggestions : [...suggestions, value];
  const options = wordOptions(words).map((option) =>
    labelOf && suggestions.includes(option.id) ? { ...option, label: labelOf(option.id) } : option,
  );
  return (
    <Combobox
      {...fieldTexts(name)}
      options={options}
      value={value === '' ? null : value}
      clearable
      disabled={isReadOnly}
      placeholder={emptyLabel}
      onChange={onChange}
      onCreate={onChange}
    />
  );
}

/** One of a closed set of words, or none. */
export function ChoiceField<V extends string>({
  name,
  value,
  onChange,
  words,
  values,
  emptyLabel = t('inspector.notStated'),
}: FieldOf<V | null> & {
  readonly words: WordSet;
  readonly values: readonly V[];
  readonly emptyLabel?: string | undefined;
}) {
  const { isReadOnly } = useInspector();
  return (
    <Select
      {...fieldTexts(name)}
      options={choicesOf(words, values)}
      value={value}
      emptyLabel={emptyLabel}
      disabled={isReadOnly}
      onChange={onChange}
    />
  );
}

/** One of a closed set of words that always has a value. */
export function RequiredChoiceField<V extends string>({
  name,
  value,
  onChange,
  words,
  values,
}: FieldOf<V> & { readonly words: WordSet; readonly values: readonly V[] }) {
  const { isReadOnly } = useInspector();
  return (
    <Select
      {...fieldTexts(name)}
      options={choicesOf(words, values)}
      value={value}
      disabled={isReadOnly}
      onChange={(next) => next !== null && onChange(next)}
    />
  );
}

/** Yes or no. */
export function FlagField({ name, value, onChange }: FieldOf<boolean>) {
  const { isReadOnly } = useInspector();
  return <Switch {...fieldTexts(name)} checked={value} disabled={isReadOnly} onChange={onChange} />;
}

/** A number, or not stated. */
export function AmountField({
  name,
  value,
  onChange,
  ...limits
}: FieldOf<number | null> & {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
  readonly unit?: string | undefined;
}) {
  const { isReadOnly } = useInspector();
  return (
    <NumberField {...fieldTexts(name)} {...limits} value={value} disabled={isReadOnly} onCommit={onChange} />
  );
}

/** Any number of words; new ones by typing them. */
export function WordsField({ name, value, onChange }: FieldOf<readonly string[]>) {
  const { isReadOnly } = useInspector();
  return (
    <MultiCombobox
      {...fieldTexts(name)}
      options={wordOptions(value)}
      value={value}
      disabled={isReadOnly}
      onChange={onChange}
      onCreate={(word) => onChange([...value, word])}
    />
  );
}

/** Kinds that a name makes where one is missing; touchpoints are made on the map. */
function isNamedKind(kind: ChoosableKind): kind is ChoosableKind & NamedKind {
  return kind !== 'touchpoints';
}

/** A field that may make what is chosen: both have the same gesture, so that undo takes them back together. */
interface MakingFieldOf<T> extends Omit<FieldOf<T>, 'onChange'> {
  readonly onChange: (value: T, gesture?: string) => void;
}

/** Another record by name, or none; a new name makes one. */
export function ReferenceField({
  name,
  value,
  onChange,
  kind,
  without,
}: MakingFieldOf<string | null> & {
  readonly kind: ChoosableKind;
  /** An id that makes no sense here: the record itself. */
  readonly without?: string | undefined;
}) {
  const { isReadOnly } = useInspector();
  const openMap = useOpenMap();
  const options = useRecordOptions(kind).filter(({ id }) => id !== without);
  const create = (text: string): void => {
    const gesture = newRecordId(openMap.document.entropy);
    const made = isNamedKind(kind) ? told(createNamed.run(openMap, { kind, name: text, gesture })) : null;
    if (made !== null) onChange(made, gesture);
  };
  return (
    <Combobox
      {...fieldTexts(name)}
      options={options}
      value={value}
      clearable
      disabled={isReadOnly}
      placeholder={t('inspector.notStated')}
      onChange={(id) => onChange(id)}
      onCreate={isNamedKind(kind) ? create : undefined}
    />
  );
}

/** Any number of other records by name; a new name makes one. */
export function ReferencesField({
  name,
  value,
  onChange,
  kind,
}: MakingFieldOf<readonly string[]> & { readonly kind: ChoosableKind & NamedKind }) {
  const { isReadOnly } = useInspector();
  const openMap = useOpenMap();
  const options = useRecordOptions(kind);
  // What was deleted is not shown, and stays chosen for the day it is restored.
  const hidden = value.filter((id) => !options.some((option) => option.id === id));
  const create = (text: string): void => {
    const gesture = newRecordId(openMap.document.entropy);
    const made = told(createNamed.run(openMap, { kind, name: text, gesture }));
    if (made !== null && !value.includes(made)) onChange([...value, made], gesture);
  };
  return (
    <MultiCombobox
      {...fieldTexts(name)}
      options={options}
      value={value}
      disabled={isReadOnly}
      onChange={(ids) => onChange([...ids, ...hidden])}
      onCreate={create}
    />
  );
}
