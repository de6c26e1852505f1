import { changeRecords } from '../../commands/changeRecords';
import type { Kind, RecordRef } from '../../model/kinds';
import { classifications, dataAccesses } from '../../model/records/dataObject';
import { flowLatencies, flowPatterns, flowStatuses, lawfulBases } from '../../model/records/dataFlow';
import { partyFunctions, partyTypes } from '../../model/records/party';
import { requirementStates } from '../../model/records/requirement';
import { lifecycles, standings, systemRoles } from '../../model/records/system';
import { initiators } from '../../model/records/touchpoint';
import { customerTimes, transitionKinds } from '../../model/records/transition';
import { useOpenMap } from '../../store/openMap';
import { Section } from '../../ui/Section';
import { Select, type SelectOption } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { t } from '../../ui/i18n/t';
import { choicesOf, fieldTexts, type FieldName, type WordSet } from './parts/fieldTexts';
import { told, useInspector } from './parts/inspectorContext';
import { useJourneyList } from './parts/useJourneyList';

/** A field that makes sense for several records of one kind at once. */
interface CommonField {
  readonly field: string;
  readonly name: FieldName;
  /** A closed set of words; left out for a line of text and for yes or no. */
  readonly words?: { readonly set: WordSet; readonly values: readonly string[] };
  readonly isFlag?: true;
  /** Whether it always has a value. */
  readonly isRequired?: true;
}

function choice(field: string, name: FieldName, set: WordSet, values: readonly string[]): CommonField {
  return { field, name, words: { set, values } };
}

const commonFields: { readonly [K in Kind]?: readonly CommonField[] } = {
  touchpoints: [
    choice('initiator', 'touchpoint.initiator', 'initiator', initiators),
    { field: 'momentOfTruth', name: 'touchpoint.momentOfTruth', isFlag: true },
    { field: 'noSystemNeeded', name: 'touchpoint.noSystemNeeded', isFlag: true },
  ],
  systems: [
    choice('standing', 'system.standing', 'standing', standings),
    choice('lifecycle', 'system.lifecycle', 'lifecycle', lifecycles),
    choice('role', 'system.role', 'systemRole', systemRoles),
    choice('clearedFor', 'system.clearedFor', 'classification', classifications),
    { field: 'kind', name: 'system.kind' },
    { field: 'vendor', name: 'system.vendor' },
    { field: 'hosting', name: 'system.hosting' },
    { field: 'region', name: 'system.region' },
  ],
  dataFlows: [
    choice('status', 'flow.status', 'flowStatus', flowStatuses),
    choice('pattern', 'flow.pattern', 'flowPattern', flowPatterns),
    choice('latency', 'flow.latency', 'latency', flowLatencies),
    choice('lawfulBasis', 'flow.lawfulBasis', 'lawfulBasis', lawfulBases),
    { field: 'purpose', name: 'flow.purpose' },
  ],
  transitions: [
    { ...choice('kind', 'transition.kind', 'transitionKind', transitionKinds), isRequired: true },
    choice('customerTime', 'transition.customerTime', 'customerTime', customerTimes),
  ],
  dataObjects: [
    choice('classification', 'dataObject.classification', 'classification', classifications),
    choice('access', 'dataObject.access', 'dataAccess', dataAccesses),
    { field: 'personal', name: 'dataObject.personal', isFlag: true },
    { field: 'retention', name: 'dataObject.retention' },
  ],
  parties: [
    choice('function', 'party.function', 'function', partyFunctions),
    choice('type', 'party.type', 'partyType', partyTypes),
  ],
  requirements: [
    { ...choice('state', 'requirement.state', 'requirementState', requirementStates), isRequired: true },
  ],
};

/** The fields that all the records have, when they are of one kind; changing one changes all of them (BULK-1). */
export function CommonFields({ records }: { readonly records: readonly RecordRef[] }) {
  const kind = records[0]?.kind;
  const fields = kind ? commonFields[kind] : undefined;
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
      options={words ? choicesOf(words.set, words.values) : flagOptions()}
      value={isFlag ? String(value === true) : ((value as string | null | undefined) ?? null)}
      isMixed={isMixed}
      isOptional={!isFlag && !isRequired}
      onChange={(next) => change(isFlag ? next === 'true' : next)}
    />
  );
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
