import type { Kind } from '../../model/kinds';
import { raciRoles } from '../../model/records/assignment';
import { flowLatencies, flowPatterns, flowStatuses, lawfulBases } from '../../model/records/dataFlow';
import { classifications, dataAccesses } from '../../model/records/dataObject';
import { partyFunctions, partyTypes } from '../../model/records/party';
import { requirementStates } from '../../model/records/requirement';
import { stageColors } from '../../model/records/stage';
import { knownSystemKinds, lifecycles, standings, systemRoles } from '../../model/records/system';
import { identityKeys, initiators, knownChannels } from '../../model/records/touchpoint';
import { customerTimes, transitionKinds } from '../../model/records/transition';
import { usageAccesses } from '../../model/records/usage';
import { t } from '../../ui/i18n/t';
import { choicesOf, fieldColumns, widths, wordsOf } from './fieldColumns';
import {
  goesOnColumn,
  roleColumn,
  rolesOfPartyColumn,
  stagesColumn,
  systemsColumn,
  touchpointsOfDataColumn,
  usedAtColumn,
  verdictColumn,
} from './relationColumns';
import type { Sheet, SheetColumn } from './sheet';

/** Farthest place on the timeline that may be typed. */
const farthest = 1e7;
const flowEnds: readonly Kind[] = ['systems', 'touchpoints'];

function touchpoints(): readonly SheetColumn[] {
  const of = fieldColumns('touchpoints', 'touchpoint', {
    dataCaptured: { label: t('table.column.captured'), hint: t('table.column.captured.hint') },
    dataNeeded: { label: t('table.column.needed'), hint: t('table.column.needed.hint') },
  });
  return [
    of.name('title'),
    stagesColumn(),
    of.words('channels', wordsOf(knownChannels)),
    systemsColumn(),
    roleColumn(),
    goesOnColumn(),
    of.number('emotion', -2, 2),
    of.number('importance', 1, 5),
    of.flag('momentOfTruth'),
    of.word('identityKey', choicesOf('identityKey', identityKeys), null),
    of.references('dataCaptured', ['dataObjects'], 'dataObjects'),
    of.references('dataNeeded', ['dataObjects'], 'dataObjects'),
    of.references('personas', ['personas'], 'personas'),
    of.choice('initiator', 'initiator', initiators),
    of.flag('noSystemNeeded'),
    of.text('expectation'),
    of.text('description', widths.long),
    of.lines('pains', t('inspector.touchpoint.pains')),
    of.lines('gains', t('inspector.touchpoint.gains')),
    of.lines('opportunities', t('inspector.touchpoint.opportunities')),
    of.number('at', -farthest, farthest, true),
    of.number('offset', -farthest, farthest, true),
  ];
}

function systems(): readonly SheetColumn[] {
  const of = fieldColumns('systems', 'system');
  return [
    of.name('name'),
    of.word('kind', wordsOf(knownSystemKinds)),
    roleColumn(),
    usedAtColumn(),
    of.choice('role', 'systemRole', systemRoles),
    of.choice('lifecycle', 'lifecycle', lifecycles),
    of.choice('standing', 'standing', standings),
    of.text('vendor', widths.word),
    of.text('hosting', widths.word),
    of.text('region', widths.word),
    of.choice('clearedFor', 'classification', classifications),
    of.reference('parent', ['systems'], 'systems'),
    of.words('aliases'),
    of.words('tags'),
    { ...of.word('reference', [], null), widthPx: widths.text },
    of.text('description', widths.long),
  ];
}

function dataFlows(): readonly SheetColumn[] {
  const of = fieldColumns('dataFlows', 'flow', {
    dataObjects: { label: t('table.column.carries'), hint: t('table.column.carries.hint') },
  });
  return [
    of.name('name'),
    of.reference('from', flowEnds, 'systems'),
    of.reference('to', flowEnds, 'systems'),
    of.references('dataObjects', ['dataObjects'], 'dataObjects'),
    of.choice('pattern', 'flowPattern', flowPatterns),
    of.choice('latency', 'latency', flowLatencies),
    of.choice('status', 'flowStatus', flowStatuses),
    of.text('purpose'),
    of.choice('lawfulBasis', 'lawfulBasis', lawfulBases),
    roleColumn(),
    of.word('identityKey', choicesOf('identityKey', identityKeys), null),
    of.text('description', widths.long),
  ];
}

function dataObjects(): readonly SheetColumn[] {
  const of = fieldColumns('dataObjects', 'dataObject');
  return [
    of.name('name'),
    of.text('category'),
    of.choice('classification', 'classification', classifications),
    of.flag('personal'),
    of.flag('specialCategory'),
    of.reference('systemOfRecord', ['systems'], 'systems'),
    of.text('retention', widths.word),
    roleColumn(),
    touchpointsOfDataColumn('dataCaptured'),
    touchpointsOfDataColumn('dataNeeded'),
    of.choice('access', 'dataAccess', dataAccesses),
    of.text('accessNote'),
    of.text('description', widths.long),
  ];
}

function parties(): readonly SheetColumn[] {
  const of = fieldColumns('parties', 'party');
  return [
    of.name('name'),
    of.choice('function', 'function', partyFunctions),
    of.choice('type', 'partyType', partyTypes),
    of.text('contact'),
    of.reference('parent', ['parties'], 'parties'),
    ...raciRoles.map(rolesOfPartyColumn),
  ];
}

function requirements(): readonly SheetColumn[] {
  const of = fieldColumns('requirements', 'requirement', {
    subject: { label: t('inspector.requirement.subject'), hint: t('table.column.subject.hint') },
  });
  return [
    of.name('what'),
    of.reference('subject', ['touchpoints', 'systems', 'dataFlows']),
    of.choice('state', 'requirementState', requirementStates, true),
    of.date('dueOn'),
    of.reference('askedBy', ['parties'], 'parties'),
    of.reference('answeredBy', ['parties'], 'parties'),
    of.text('measure'),
    of.text('why', widths.long),
    of.text('declinedReason'),
  ];
}

function stages(): readonly SheetColumn[] {
  const of = fieldColumns('stages', 'stage');
  return [
    of.name('name'),
    of.number('start', -farthest, farthest, true),
    of.number('end', -farthest, farthest, true),
    of.reference('ruler', ['rulers'], 'rulers'),
    of.choice('color', 'stageColor', stageColors),
    roleColumn(),
    of.text('description', widths.long),
  ];
}

function transitions(): readonly SheetColumn[] {
  const of = fieldColumns('transitions', 'transition');
  return [
    of.reference('from', ['touchpoints']),
    of.reference('to', ['touchpoints']),
    {
      ...of.choice('kind', 'transitionKind', transitionKinds, true),
      refuse: (record, value) =>
        value !== 'drop-out' && 'to' in record && record.to === null ? t('table.problem.leadsNowhere') : null,
    },
    verdictColumn(),
    of.text('condition'),
    of.share('share'),
    of.choice('customerTime', 'customerTime', customerTimes),
    of.references('personas', ['personas'], 'personas'),
  ];
}

function usages(): readonly SheetColumn[] {
  const hint = t('table.column.end.hint');
  const of = fieldColumns('usages', 'usage', {
    touchpoint: { label: t('inspector.usage.touchpoint'), hint },
    system: { label: t('inspector.usage.system'), hint },
  });
  return [
    of.reference('touchpoint', ['touchpoints']),
    of.reference('system', ['systems'], 'systems'),
    of.choice('access', 'usageAccess', usageAccesses),
    of.text('purpose', widths.long),
  ];
}

function personas(): readonly SheetColumn[] {
  const of = fieldColumns('personas', 'persona');
  return [
    of.name('name'),
    of.text('initials', widths.number),
    of.lines('goals', t('inspector.section.goals')),
    of.text('description', widths.long),
    of.text('picture'),
  ];
}

function notes(): readonly SheetColumn[] {
  const of = fieldColumns('notes', 'note');
  return [
    { ...of.name('text'), widthPx: 420 },
    of.choice('color', 'noteColor', ['yellow', 'green', 'blue', 'pink']),
  ];
}

function rulers(): readonly SheetColumn[] {
  return [fieldColumns('rulers', 'ruler').name('name')];
}

/** Kinds that have a sheet, in the order of the tabs. */
export const sheetKinds = [
  'touchpoints',
  'systems',
  'dataFlows',
  'dataObjects',
  'parties',
  'requirements',
  'transitions',
  'usages',
  'stages',
  'personas',
  'notes',
  'rulers',
] as const satisfies readonly Kind[];
export type SheetKind = (typeof sheetKinds)[number];

const makers: Readonly<Record<SheetKind, () => readonly SheetColumn[]>> = {
  touchpoints,
  systems,
  dataFlows,
  dataObjects,
  parties,
  requirements,
  transitions,
  usages,
  stages,
  personas,
  notes,
  rulers,
};

const needs: { readonly [K in SheetKind]?: readonly string[] } = {
  dataFlows: ['from', 'to'],
  transitions: ['from', 'to'],
  usages: ['touchpoint', 'system'],
};

const made = new Map<SheetKind, Sheet>();

/** The sheet of a kind of record. */
export function sheetOf(kind: SheetKind): Sheet {
  const known = made.get(kind);
  if (known) return known;
  const sheet: Sheet = { kind, columns: makers[kind](), needs: needs[kind] ?? [] };
  made.set(kind, sheet);
  return sheet;
}

/** Whether records of a kind have a sheet of their own. */
export function hasSheet(kind: Kind): kind is SheetKind {
  return sheetKinds.some((one) => one === kind);
}
