import type { Analysis } from '../../analysis/analyse';
import type { LensSays } from '../../analysis/lenses/lens';
import type { Verdict } from '../../analysis/verdict';
import type { AnyRecord, RecordRef } from '../../model/kinds';
import { ownName } from '../../model/ownName';
import { ownersOf, stagesAt, type Journey } from '../../model/resolve';
import { flowLabelText } from '../../layout/flowLabels';
import { formatList } from '../../ui/i18n/format';
import { spokenStory } from '../light/storyWords';
import { spokenSentences } from '../../store/spokenSentences';
import { t } from '../../ui/i18n/t';
import { asideText, isFunction, spokenLens } from '../lenses/lensText';

/**
 * What a screen reader says of a record: its name, its place, and how it hangs together with the rest.
 * @param lens what the lens of this tab says of it, which is what its second line shows; null for the opening look
 */
export function spokenName(
  journey: Journey,
  analysis: Analysis | null,
  { kind, id }: RecordRef,
  lens: LensSays | null = null,
): string {
  switch (kind) {
    case 'touchpoints':
      return spokenTouchpoint(journey, analysis, id, lens);
    case 'stages':
      return spokenStage(journey, id);
    case 'systems':
      return spokenSystem(journey, id, lens);
    case 'transitions':
      return spokenTransition(journey, analysis, id, lens);
    case 'dataFlows':
      return spokenFlow(journey, id, lens);
    case 'notes':
      return sentence([journey.notes.byId.get(id)?.text || t('canvas.emptyNote'), t('canvas.note')]);
    default:
      return '';
  }
}

/**
 * What a screen reader says of the map where nothing is selected.
 * @param lost what had the keyboard until it was deleted under it (KEY-4)
 */
export function spokenMap(journey: Journey, lost: RecordRef | null): string {
  const stored =
    lost === null ? undefined : (journey.tables[lost.kind].get(lost.id) as AnyRecord | undefined);
  if (!lost || !stored || journey[lost.kind].byId.has(lost.id))
    return t('canvas.spokenMap', { count: journey.touchpoints.all.length });
  return t('canvas.spokenLost', { name: ownName(lost.kind, stored) || t('canvas.untitled') });
}

function spokenTouchpoint(
  journey: Journey,
  analysis: Analysis | null,
  id: string,
  lens: LensSays | null,
): string {
  const touchpoint = journey.touchpoints.byId.get(id);
  if (!touchpoint) return '';
  const { all } = journey.touchpoints;
  const stages = stagesAt(journey, touchpoint.at).map(({ name }) => name || t('canvas.untitledStage'));
  const systems = journey.relations.usagesByTouchpoint.get(id)?.length ?? 0;
  return sentence([
    touchpoint.title || t('canvas.untitled'),
    t('canvas.spokenPlace', { place: all.indexOf(touchpoint) + 1, count: all.length }),
    touchpoint.channels.length > 0 && formatList(touchpoint.channels),
    stages.length > 0 && t('canvas.spokenStage', { count: stages.length, name: formatList(stages) }),
    touchpoint.momentOfTruth && t('canvas.momentOfTruth'),
    spokenLine(lens),
    t('canvas.spokenSystems', { count: systems }),
    !saysOwner(lens) && spokenOwners(journey, id),
    ...spokenWays(journey, analysis, id),
  ]);
}

function spokenWays(journey: Journey, analysis: Analysis | null, id: string): readonly string[] {
  return (journey.relations.transitionsFrom.get(id) ?? []).flatMap((transition) => {
    const verdict = analysis?.continuity.judgements.get(transition.id)?.verdict;
    const name = journey.touchpoints.byId.get(transition.to ?? '')?.title;
    if (name === undefined) return [t('canvas.dropOut')];
    return [spokenVerdict(verdict, name || t('canvas.untitled'))];
  });
}

function spokenVerdict(verdict: Verdict | undefined, name: string): string {
  switch (verdict) {
    case 'broken':
      return t('canvas.spokenBroken', { name });
    case 'late':
      return t('canvas.spokenLate', { name });
    case 'by-hand':
      return t('canvas.spokenByHand', { name });
    default:
      return t('canvas.spokenLeads', { name });
  }
}

function spokenOwners(journey: Journey, id: string): string {
  const owners = ownersOf(journey, id).map(({ name }) => name);
  return owners.length === 0 ? t('canvas.noOwner') : t('canvas.spokenOwner', { name: formatList(owners) });
}

function spokenStage(journey: Journey, id: string): string {
  const stage = journey.stages.byId.get(id);
  if (!stage) return '';
  const inside = journey.touchpoints.all.filter(({ at }) => stage.start <= at && at <= stage.end).length;
  return sentence([
    stage.name || t('canvas.untitledStage'),
    t('canvas.stage'),
    t('canvas.spokenInside', { count: inside }),
  ]);
}

function spokenSystem(journey: Journey, id: string, lens: LensSays | null): string {
  const system = journey.systems.byId.get(id);
  if (!system) return '';
  const { relations } = journey;
  const flows = (relations.flowsFrom.get(id)?.length ?? 0) + (relations.flowsTo.get(id)?.length ?? 0);
  return sentence([
    system.name || t('canvas.untitledSystem'),
    t('canvas.system'),
    spokenLine(lens),
    (system.standing === 'shadow' || system.standing === 'tolerated') && t('canvas.notSanctioned'),
    !saysOwner(lens) && spokenOwners(journey, id),
    t('canvas.spokenServes', { count: relations.usagesBySystem.get(id)?.length ?? 0 }),
    t('canvas.spokenFlows', { count: flows }),
  ]);
}

function spokenTransition(
  journey: Journey,
  analysis: Analysis | null,
  id: string,
  lens: LensSays | null,
): string {
  const transition = journey.transitions.byId.get(id);
  const from = journey.touchpoints.byId.get(transition?.from ?? '')?.title ?? '';
  const to = journey.touchpoints.byId.get(transition?.to ?? '')?.title;
  const verdict = analysis?.continuity.judgements.get(id)?.verdict;
  if (to === undefined) return sentence([t('canvas.dropOut'), from]);
  const name = sentence([
    t('canvas.spokenStep', { from, to }),
    transition?.condition,
    spokenVerdict(verdict, to),
    spokenLine(lens),
  ]);
  const story = analysis ? spokenStory(analysis, id) : '';
  return story === '' ? name : `${name}. ${story}`;
}

function spokenFlow(journey: Journey, id: string, lens: LensSays | null): string {
  const flow = journey.dataFlows.byId.get(id);
  if (!flow) return '';
  const nameOf = (end: string | null): string =>
    journey.systems.byId.get(end ?? '')?.name ?? journey.touchpoints.byId.get(end ?? '')?.title ?? '';
  return sentence([
    t('canvas.spokenFlow', { from: nameOf(flow.from), to: nameOf(flow.to) }),
    flowLabelText(flow, journey.dataObjects.byId, spokenSentences().lateness),
    flow.status && t(`model.flowStatus.${flow.status}`),
    spokenLine(lens),
  ]);
}

/** The lens's line, as far as the rest of the name does not say it anyway. */
function spokenLine(lens: LensSays | null): string {
  if (!lens) return '';
  if (lens.mark === 'owner' || lens.mark === 'nobody' || lens.mark === 'nothing') {
    return lens.aside === null ? '' : t('lens.spokenEmotion', { emotion: asideText(lens.aside) });
  }
  return spokenLens(lens);
}

/** Whether the lens's line already tells who owns the record. */
function saysOwner(lens: LensSays | null): boolean {
  return (
    lens !== null &&
    (isFunction(lens.mark) || lens.mark === 'several-owners' || lens.mark === 'owner-unplaced')
  );
}

function sentence(parts: readonly (string | false | null | undefined)[]): string {
  return parts.filter((part) => part !== '' && typeof part === 'string').join(', ');
}
