import { findingKinds } from '../../analysis/findingGroups';
import { verdicts } from '../../analysis/verdict';
import { toneOfFunction } from '../../model/functionColors';
import { noValue, type FilterCondition, type FilterFieldName } from '../../model/recordFilter';
import { flowStatuses } from '../../model/records/dataFlow';
import { partyFunctions } from '../../model/records/party';
import { lifecycles, standings } from '../../model/records/system';
import { knownChannels } from '../../model/records/touchpoint';
import type { Journey } from '../../model/resolve';
import { filteredKinds, wordsInUse } from '../../store/filterRecords';
import type { ComboboxOption } from '../../ui/comboboxOptions';
import { kindIcon } from '../../ui/kindIcon';
import { t } from '../../ui/i18n/t';

const none = (text: string): ComboboxOption => ({ id: noValue, label: text });
const words = (all: readonly string[]): readonly ComboboxOption[] =>
  [...new Set(all)].map((word) => ({ id: word, label: word }));
const named = (all: readonly { readonly id: string; readonly name: string }[]): readonly ComboboxOption[] =>
  all.map(({ id, name }) => ({ id, label: name.trim() || t('filter.unnamed') }));

/** What the field of a condition can be compared with on this map. */
export const optionsOfField: {
  readonly [F in FilterFieldName]: (journey: Journey) => readonly ComboboxOption[];
} = {
  owner: ({ parties }) => [none(t('filter.nobody')), ...named(parties.all)],
  function: () =>
    partyFunctions.map((one) => ({ id: one, label: t(`model.function.${one}`), tone: toneOfFunction(one) })),
  stage: ({ stages }) => [none(t('filter.noStage')), ...named(stages.all)],
  channel: (journey) => [
    none(t('filter.noChannel')),
    ...words([...wordsInUse(journey, 'channel'), ...knownChannels]),
  ],
  persona: ({ personas }) => named(personas.all),
  system: ({ systems }) => [none(t('filter.noSystem')), ...named(systems.all)],
  momentOfTruth: () => [
    { id: 'yes', label: t('filter.yes') },
    { id: 'no', label: t('filter.no') },
  ],
  standing: () => [
    none(t('filter.notStated')),
    ...standings.map((one) => ({ id: one, label: t(`model.standing.${one}`) })),
  ],
  lifecycle: () => [
    none(t('filter.notStated')),
    ...lifecycles.map((one) => ({ id: one, label: t(`model.lifecycle.${one}`) })),
  ],
  systemKind: (journey) => [none(t('filter.notStated')), ...words(wordsInUse(journey, 'systemKind'))],
  tag: (journey) => [none(t('filter.noLabel')), ...words(wordsInUse(journey, 'tag'))],
  status: () => [
    none(t('filter.notStated')),
    ...flowStatuses.map((one) => ({ id: one, label: t(`model.flowStatus.${one}`) })),
  ],
  verdict: () => verdicts.map((one) => ({ id: one, label: t(`model.verdict.${one}`) })),
  finding: () => [
    none(t('filter.noFinding')),
    ...findingKinds.map((one) => ({ id: one, label: t(`findings.kind.${one}`) })),
  ],
  kind: () => filteredKinds.map((one) => ({ id: one, label: t(`model.kind.${one}`), icon: kindIcon(one) })),
};

/** A condition in words: “Owner is nobody or Brand media”. What is gone since is called so. */
export function conditionText(journey: Journey, { field, not, values }: FilterCondition): string {
  const labels = new Map(optionsOfField[field](journey).map(({ id, label }) => [id, label]));
  const [first = t('filter.anything'), ...others] = values.map(
    (value) => labels.get(value) ?? t('filter.gone'),
  );
  const joined = others.reduce((before, after) => t('filter.or', { before, after }), first);
  return t(not ? 'filter.isNot' : 'filter.is', { field: t(`filter.field.${field}`), values: joined });
}
