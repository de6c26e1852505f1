import type { NamedKind } from '../../commands/createNamed';
import type { AnyRecord, Kind } from '../../model/kinds';
import type { RaciRole } from '../../model/records/assignment';
import { stagesAt, type Journey } from '../../model/resolve';
import { t, type TextKey } from '../../ui/i18n/t';
import type { CellValue } from '../cells/cellType';
import type { ChangePlan } from '../edit/changePlan';
import { widths } from './fieldColumns';
import type { SheetColumn } from './sheet';

/** A relation record between two ends, as far as a column needs it. */
interface Relation {
  readonly id: string;
  readonly other: string;
}

interface RelationColumn {
  readonly id: string;
  readonly label: TextKey;
  readonly hint: TextKey;
  /** The relation's own kind. */
  readonly relation: Kind;
  /** Kinds at its other end, and what a new name makes there. */
  readonly kinds: readonly Kind[];
  readonly create: NamedKind | 'touchpoints' | null;
  readonly withMap?: boolean;
  /** The relations of a record, in their order. */
  readonly of: (journey: Journey, id: string) => readonly Relation[];
  /** Fields of a new relation between the two. */
  readonly make: (id: string, other: string) => Readonly<Record<string, unknown>>;
}

/** A relation as a column: its cells name the other ends; writing one adds and removes relations. */
function relationColumn(column: RelationColumn): SheetColumn {
  const { id, label, hint, kinds, create, withMap = false } = column;
  return {
    id,
    label: t(label as 'table.column.owner'),
    hint: t(hint as 'table.column.owner'),
    widthPx: widths.several,
    type: { kind: 'references', kinds, create, withMap },
    read: (record, { journey }) => [...new Set(column.of(journey, record.id).map(({ other }) => other))],
    write: (plan, record, value) => writeRelation(plan, column, record, idsOf(value)),
  };
}

function writeRelation(
  plan: ChangePlan,
  column: RelationColumn,
  id: string,
  wanted: readonly string[],
): void {
  const known = column.of(plan.journey, id);
  const there = new Set(known.map(({ other }) => other));
  for (const relation of known) {
    if (!wanted.includes(relation.other)) plan.remove({ kind: column.relation, id: relation.id });
  }
  for (const other of wanted)
    if (!there.has(other)) plan.create(column.relation, { ...column.make(id, other) });
}

function idsOf(value: CellValue): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** Who has a role for the records of a sheet. Accountable is the owner. */
export function roleColumn(role: RaciRole = 'accountable'): SheetColumn {
  return relationColumn({
    id: role === 'accountable' ? 'owner' : role,
    label: 'table.column.owner',
    hint: 'table.column.owner.hint',
    relation: 'assignments',
    kinds: ['parties'],
    create: 'parties',
    of: (journey, id) =>
      (journey.relations.assignmentsBySubject.get(id) ?? [])
        .filter((one) => one.role === role)
        .map((one) => ({ id: one.id, other: one.party ?? '' })),
    make: (subject, party) => ({ subject, party, role }),
  });
}

/** What a party has a role for. */
export function rolesOfPartyColumn(role: RaciRole): SheetColumn {
  return relationColumn({
    id: role,
    label: `model.raci.${role}`,
    hint: 'table.column.roles.hint',
    relation: 'assignments',
    kinds: ['touchpoints', 'systems', 'dataFlows', 'dataObjects', 'stages'],
    create: null,
    withMap: true,
    of: (journey, id) =>
      (journey.relations.assignmentsByParty.get(id) ?? [])
        .filter((one) => one.role === role)
        .map((one) => ({ id: one.id, other: one.subject ?? '' })),
    make: (party, subject) => ({ party, subject, role }),
  });
}

/** Systems that a touchpoint uses. */
export const systemsColumn = (): SheetColumn =>
  relationColumn({
    id: 'systems',
    label: 'table.column.systems',
    hint: 'table.column.systems.hint',
    relation: 'usages',
    kinds: ['systems'],
    create: 'systems',
    of: (journey, id) =>
      (journey.relations.usagesByTouchpoint.get(id) ?? []).map((one) => ({
        id: one.id,
        other: one.system ?? '',
      })),
    make: (touchpoint, system) => ({ touchpoint, system }),
  });

/** Touchpoints that use a system. */
export const usedAtColumn = (): SheetColumn =>
  relationColumn({
    id: 'usedAt',
    label: 'table.column.usedAt',
    hint: 'table.column.usedAt.hint',
    relation: 'usages',
    kinds: ['touchpoints'],
    create: null,
    of: (journey, id) =>
      (journey.relations.usagesBySystem.get(id) ?? []).map((one) => ({
        id: one.id,
        other: one.touchpoint ?? '',
      })),
    make: (system, touchpoint) => ({ touchpoint, system }),
  });

/** Where the customer goes on to from a touchpoint. */
export const goesOnColumn = (): SheetColumn =>
  relationColumn({
    id: 'goesOn',
    label: 'table.column.goesOn',
    hint: 'table.column.goesOn.hint',
    relation: 'transitions',
    kinds: ['touchpoints'],
    create: 'touchpoints',
    of: (journey, id) =>
      (journey.relations.transitionsFrom.get(id) ?? []).flatMap((one) =>
        one.to === null ? [] : [{ id: one.id, other: one.to }],
      ),
    make: (from, to) => ({ from, to, kind: 'next' }),
  });

/** Touchpoints at which a data object becomes known, or must be known. */
export function touchpointsOfDataColumn(field: 'dataCaptured' | 'dataNeeded'): SheetColumn {
  return {
    id: field === 'dataCaptured' ? 'capturedAt' : 'neededAt',
    label: t(field === 'dataCaptured' ? 'table.column.capturedAt' : 'table.column.neededAt'),
    hint: t(field === 'dataCaptured' ? 'table.column.capturedAt.hint' : 'table.column.neededAt.hint'),
    widthPx: widths.several,
    type: { kind: 'references', kinds: ['touchpoints'], create: null },
    read: ({ id }, { journey }) =>
      journey.touchpoints.all.filter((one) => one[field].includes(id)).map((one) => one.id),
    write: (plan, id, value) => {
      const wanted = new Set(idsOf(value));
      for (const touchpoint of plan.journey.touchpoints.all) {
        const now = (plan.valueOf('touchpoints', touchpoint.id, field) ?? []) as readonly string[];
        if (now.includes(id) === wanted.has(touchpoint.id)) continue;
        const next = wanted.has(touchpoint.id) ? [...now, id] : now.filter((one) => one !== id);
        plan.update('touchpoints', touchpoint.id, { [field]: next });
      }
    },
  };
}

/** The stages a touchpoint lies in: derived from where it is. */
export const stagesColumn = (): SheetColumn => ({
  id: 'stages',
  label: t('table.column.stages'),
  hint: t('table.column.stages.hint'),
  widthPx: widths.text,
  type: { kind: 'shown' },
  read: (record, { journey }) =>
    'at' in record
      ? stagesAt(journey, record.at)
          .map(({ name }) => name)
          .join('; ')
      : '',
});

/** How well the customer’s story is carried over a step. */
export const verdictColumn = (): SheetColumn => ({
  id: 'verdict',
  label: t('table.column.verdict'),
  hint: t('table.column.verdict.hint'),
  widthPx: widths.word,
  type: { kind: 'shown' },
  read: ({ id }: AnyRecord, { analysis }) => {
    const judgement = analysis?.continuity.judgements.get(id);
    return judgement ? t(`model.verdict.${judgement.verdict}`) : '';
  },
});
