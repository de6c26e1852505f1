import { changeRecords } from '../../commands/changeRecords';
import type { Kind, RecordRef } from '../../model/kinds';
import { leadsNowhere } from '../../model/records/transition';
import { useJourney, useOpenMap } from '../../store/openMap';
import { Section } from '../../ui/Section';
import { Select, type SelectOption } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { formatExact } from '../../ui/i18n/format';
import { t } from '../../ui/i18n/t';
import { SuggestedField } from './parts/fields';
import { choicesOf, fieldTexts, wordOf, type FieldName } from './parts/fieldTexts';
import { told, useInspector } from './parts/inspectorContext';
import { useJourneyList } from './parts/useJourneyList';
import { sharedFields, type CommonField } from './sharedFields';

/** The fields that all the records have, when they are of one kind; changing one changes all of them (BULK-1). */
export function CommonFields({ records }: { readonly records: readonly RecordRef[] }) {
  const kind = records[0]?.kind;
  const fields = kind ? sharedFields[kind] : undefined;
  if (!kind || !fields || records.some((record) => record.kind !== kind)) return null;
  const ids = records.map(({ id }) => id);
  return (
    <Section title={t('inspector.several.common')}>
      {fields.map((common) => (
        <Common key={common.field} kind={kind} ids={ids} common={common} />
      ))}
    </Section>
  );
}

interface CommonProps {
  readonly kind: Kind;
  readonly ids: readonly string[];
  readonly common: CommonField;
}

function Common({ kind, ids, common }: CommonProps) {
  const openMap = useOpenMap();
  const { isReadOnly } = useInspector();
  const { field, name, words, isFlag = false, isRequired = false } = common;
  const isEnding = useLeadsNowhere(kind, ids) && field === 'kind';
  const present = useJourneyList((journey) => [
    ...new Set(
      ids.map((id) => (journey[kind].byId.get(id) as Readonly<Record<string, unknown>> | undefined)?.[field]),
    ),
  ]);
  const change = (value: unknown): void => {
    const { byId } = openMap.journey()[kind];
    const update = ids.filter((id) => byId.has(id)).map((id) => ({ kind, id, patch: { [field]: value } }));
    told(changeRecords.run(openMap, { create: [], update, remove: [] }));
  };
  const isMixed = present.length > 1;
  const [value] = present;
  if (common.suggestions) {
    const { set, values } = common.suggestions;
    return (
      <SuggestedField
        name={name}
        suggestions={values}
        labelOf={(word) => wordOf(set, word)}
        value={isMixed ? null : ((value as string | null | undefined) ?? null)}
        emptyLabel={t(isMixed ? 'inspector.mixed' : 'inspector.notStated')}
        onChange={change}
      />
    );
  }
  if (common.numbers)
    return (
      <CommonSelect
        name={name}
        options={withPresent(common.numbers(), isMixed ? null : value)}
        value={typeof value === 'number' ? String(value) : null}
        isMixed={isMixed}
        isOptional
        onChange={(next) => change(next === null ? null : Number(next))}
      />
    );
  if (!words && !isFlag)
    return (
      <TextField
        {...fieldTexts(name)}
        value={isMixed ? '' : String(value ?? '')}
        placeholder={isMixed ? t('inspector.mixed') : undefined}
        disabled={isReadOnly}
        onCommit={change}
      />
    );
  return (
    <CommonSelect
      name={name}
      options={words ? choicesOf(words.set, isEnding ? leadsNowhere : words.values) : flagOptions()}
      value={isFlag ? String(value === true) : ((value as string | null | undefined) ?? null)}
      isMixed={isMixed}
      isOptional={!isFlag && !isRequired}
      onChange={(next) => change(isFlag ? next === 'true' : next)}
    />
  );
}

/** Whether some of these are transitions without an end: they can be nothing but drop-outs. */
function useLeadsNowhere(kind: Kind, ids: readonly string[]): boolean {
  return useJourney(
    ({ transitions }) => kind === 'transitions' && ids.some((id) => transitions.byId.get(id)?.to === null),
  );
}

/** The choices with a number between two of them that all records hold. */
function withPresent(
  options: readonly SelectOption<string>[],
  value: unknown,
): readonly SelectOption<string>[] {
  if (typeof value !== 'number' || options.some((option) => option.value === String(value))) return options;
  return [{ value: String(value), label: formatExact(value) }, ...options];
}

function flagOptions(): readonly SelectOption<string>[] {
  return [
    { value: 'true', label: t('inspector.several.yes') },
    { value: 'false', label: t('inspector.several.no') },
  ];
}

const mixed = 'mixed';

interface CommonSelectProps {
  readonly name: FieldName;
  readonly options: readonly SelectOption<string>[];
  readonly value: string | null;
  readonly isMixed: boolean;
  readonly isOptional: boolean;
  readonly onChange: (value: string | null) => void;
}

function CommonSelect({ name, options, value, isMixed, isOptional, onChange }: CommonSelectProps) {
  const { isReadOnly } = useInspector();
  return (
    <Select
      {...fieldTexts(name)}
      options={[
        ...(isMixed ? [{ value: mixed, label: t('inspector.mixed'), disabled: true }] : []),
        ...options,
      ]}
      emptyLabel={isOptional ? t('inspector.notStated') : undefined}
      value={isMixed ? mixed : value}
      disabled={isReadOnly}
      onChange={(next) => {
        if (next !== mixed && (next !== null || isOptional)) onChange(next);
      }}
    />
  );
}
