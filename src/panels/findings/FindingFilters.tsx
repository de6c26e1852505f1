import { Search } from 'lucide-react';
import type { FindingKind } from '../../analysis/finding';
import { findingGroups, type FindingGroup } from '../../analysis/findingGroups';
import { partyFunctions } from '../../model/records/party';
import { useJourney } from '../../store/openMap';
import type { AnsweringFilter, FindingsFilter } from '../../store/view';
import { Select, type SelectOption } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { t } from '../../ui/i18n/t';
import { groupOfKinds, kindsOfGroup } from './findingLooks';

export interface FindingFiltersProps {
  readonly filter: FindingsFilter;
  readonly countByKind: ReadonlyMap<FindingKind, number>;
  /** How many findings people live with. */
  readonly accepted: number;
  readonly onChange: (filter: FindingsFilter) => void;
}

const states = ['open', 'accepted'] as const satisfies readonly FindingsFilter['state'][];

/** What narrows the list: kinds with their numbers, who answers, the stage, words. */
export function FindingFilters({ filter, countByKind, accepted, onChange }: FindingFiltersProps) {
  const change = (part: Partial<FindingsFilter>): void => onChange({ ...filter, ...part });
  const stages = useJourney((journey) => journey.stages.all);
  const stageOptions = stages.map(({ id, name }) => ({
    value: id,
    label: name.trim() || t('findings.unnamed'),
  }));
  const personas = useJourney((journey) => journey.personas.all);
  const personaOptions = personas.map(({ id, name }) => ({
    value: id,
    label: name.trim() || t('findings.unnamed'),
  }));
  return (
    <div className="findings-filters" role="search" aria-label={t('findings.filters')}>
      <TextField
        label={t('findings.search')}
        hideLabel
        icon={Search}
        type="search"
        placeholder={t('findings.search')}
        value={filter.query}
        onChange={(query) => change({ query })}
      />
      <KindChips kinds={filter.kinds} countByKind={countByKind} onChange={(kinds) => change({ kinds })} />
      {(accepted > 0 || filter.state === 'accepted') && (
        <div className="findings-chips" role="group" aria-label={t('findings.states')}>
          {states.map((state) => (
            <FilterChip
              key={state}
              label={t(`findings.state.${state}`)}
              count={state === 'accepted' ? accepted : null}
              isOn={filter.state === state}
              onPress={() => change({ state })}
            />
          ))}
        </div>
      )}
      <div className="findings-selects">
        <Select
          label={t('findings.answering')}
          hideLabel
          emptyLabel={t('findings.anybody')}
          options={useAnsweringOptions()}
          value={filter.answering}
          onChange={(answering) => change({ answering })}
        />
        <Select
          label={t('findings.stage')}
          hideLabel
          emptyLabel={t('findings.anyStage')}
          options={stageOptions}
          value={filter.stage}
          onChange={(stage) => change({ stage })}
        />
        {(personas.length > 0 || filter.persona !== null) && (
          <Select
            label={t('findings.persona')}
            hideLabel
            emptyLabel={t('findings.anyPersona')}
            options={personaOptions}
            value={filter.persona}
            onChange={(persona) => change({ persona })}
          />
        )}
      </div>
    </div>
  );
}

/** Nobody, the functions that there are on the map, then everybody by name. */
function useAnsweringOptions(): readonly SelectOption<AnsweringFilter>[] {
  const parties = useJourney((journey) => journey.parties.all);
  const functions = partyFunctions.filter((one) => parties.some((party) => party.function === one));
  return [
    { value: 'nobody', label: t('findings.nobody') },
    ...functions.map((one) => ({ value: `function:${one}` as const, label: t(`model.function.${one}`) })),
    ...parties.map(({ id, name }) => ({
      value: `party:${id}` as const,
      label: name.trim() || t('findings.unnamed'),
    })),
  ];
}

interface KindChipsProps {
  readonly kinds: readonly FindingKind[] | null;
  readonly countByKind: ReadonlyMap<FindingKind, number>;
  readonly onChange: (kinds: readonly FindingKind[] | null) => void;
}

function KindChips({ kinds, countByKind, onChange }: KindChipsProps) {
  const group = groupOfKinds(kinds);
  const count = (some: readonly FindingKind[]): number =>
    some.reduce((sum, kind) => sum + (countByKind.get(kind) ?? 0), 0);
  const shownGroups = findingGroups.filter((one) => one === group || count(kindsOfGroup(one)) > 0);
  return (
    <>
      <div className="findings-chips" role="group" aria-label={t('findings.groups')}>
        <FilterChip
          label={t('findings.all')}
          count={[...countByKind.values()].reduce((sum, one) => sum + one, 0)}
          isOn={kinds === null}
          onPress={() => onChange(null)}
        />
        {shownGroups.map((one) => (
          <FilterChip
            key={one}
            label={t(`findings.group.${one}`)}
            count={count(kindsOfGroup(one))}
            isOn={one === group}
            onPress={() => onChange(one === group ? null : kindsOfGroup(one))}
          />
        ))}
      </div>
      {group !== null && kinds !== null && (
        <KindsOfGroup group={group} kinds={kinds} countByKind={countByKind} onChange={onChange} />
      )}
    </>
  );
}

/** The kinds within the group that is chosen; with one of them alone there is nothing to choose. */
function KindsOfGroup({
  group,
  kinds,
  countByKind,
  onChange,
}: KindChipsProps & { readonly group: FindingGroup; readonly kinds: readonly FindingKind[] }) {
  const all = kindsOfGroup(group);
  const isWhole = kinds.length === all.length;
  const shown = all.filter((kind) => (countByKind.get(kind) ?? 0) > 0 || (!isWhole && kinds.includes(kind)));
  if (shown.length < 2 && isWhole) return null;
  const toggle = (kind: FindingKind): void => {
    if (isWhole) return onChange([kind]);
    const next = kinds.includes(kind)
      ? kinds.filter((one) => one !== kind)
      : all.filter((one) => one === kind || kinds.includes(one));
    onChange(next.length === 0 ? all : next);
  };
  return (
    <div className="findings-chips" role="group" aria-label={t(`findings.group.${group}`)}>
      {shown.map((kind) => (
        <FilterChip
          key={kind}
          label={t(`findings.kind.${kind}`)}
          count={countByKind.get(kind) ?? 0}
          isOn={!isWhole && kinds.includes(kind)}
          onPress={() => toggle(kind)}
        />
      ))}
    </div>
  );
}

interface FilterChipProps {
  readonly label: string;
  readonly count: number | null;
  readonly isOn: boolean;
  readonly onPress: () => void;
}

function FilterChip({ label, count, isOn, onPress }: FilterChipProps) {
  return (
    <button type="button" className="findings-chip" aria-pressed={isOn} onClick={onPress}>
      {label}
      {count !== null && <span className="findings-chip-count">{count}</span>}
    </button>
  );
}
