import type { LensAside, LensSays } from '../../analysis/lenses/lens';
import { partyFunctions, type PartyFunction } from '../../model/records/party';
import type { Classification } from '../../model/records/dataObject';
import type { FlowLatency, LawfulBasis } from '../../model/records/dataFlow';
import { t, type TextKey } from '../../ui/i18n/t';

/** The line a card, a track or a spoken name gets from the lens; empty when it has nothing to say. */
export function lensText(says: LensSays): string {
  const { mark, name, value, count, more } = says;
  const counted = (text: string): string => (more > 0 ? t('lens.says.more', { text, count: more }) : text);
  switch (mark) {
    case 'owner':
    case 'owner-unplaced':
    case 'several-owners':
    case 'special':
    case 'no-retention':
    case 'asked':
    case 'answered':
      return counted(name);
    case 'marketing':
    case 'it':
    case 'sales':
    case 'service':
    case 'operations':
    case 'legal':
    case 'external':
    case 'other':
      return counted(name);
    case 'personal':
      return name === '' ? t('lens.says.personalFlow') : counted(name);
    case 'systems':
    case 'systems-at-risk':
      return joined(t('lens.says.systems', { count }), t('lens.says.flows', { count: more }));
    case 'sanctioned':
    case 'tolerated':
    case 'shadow':
      return joined(t(`lens.says.${mark}`), t('lens.says.flows', { count }));
    case 'standing-unknown':
      return joined(t('lens.says.standingUnknown'), t('lens.says.flows', { count }));
    case 'by-hand':
    case 'slow':
    case 'quick':
      return t('lens.says.latency', { latency: t(`model.latency.${value as FlowLatency}`) });
    case 'privacy-gap':
      return joined(t(`lens.gap.${value}` as GapKey), name);
    case 'basis':
      return t('lens.says.basis', { basis: t(`model.lawfulBasis.${value as LawfulBasis}`) });
    case 'cleared': {
      const classification = t(`model.classification.${value as Classification}`);
      return joined(t('lens.says.cleared', { classification }), name);
    }
    case 'clearance-unknown':
      return joined(t('lens.says.clearanceUnknown'), name);
    case 'question':
      return t('lens.says.question', { count });
    case 'disagreed':
      return joined(t('lens.says.disagreed'), name);
    default:
      return t(plain[mark]);
  }
}

type GapKey = Extract<TextKey, `lens.gap.${string}`>;

/** Marks whose line says always the same. */
const plain = {
  nobody: 'lens.says.nobody',
  nothing: 'lens.says.nothing',
  'no-system': 'lens.says.noSystem',
  'none-needed': 'lens.says.noneNeeded',
  unused: 'lens.says.unused',
  sketched: 'lens.says.sketched',
  'hand-over': 'lens.says.handOver',
  'no-personal': 'lens.says.noPersonal',
  'ballot-open': 'lens.says.ballotOpen',
  waiting: 'lens.says.waiting',
  agreed: 'lens.says.agreed',
  revealed: 'lens.says.revealed',
  'nothing-said': 'lens.says.nothing',
} as const;

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

/** What stands beside the line, in words. */
export function asideText(aside: LensAside): string {
  return t(`lens.aside.${aside}`);
}

/** The line with what stands beside it, for screen readers and tooltips; with the function of an owner. */
export function spokenLens(says: LensSays): string {
  const { mark, aside } = says;
  const line = lensText(says);
  const whole = isFunction(mark)
    ? t('lens.says.ownedBy', { function: t(`model.function.${mark}`), name: line })
    : line;
  return [whole, aside === null ? '' : asideText(aside)].filter((part) => part !== '').join(', ');
}

/** Whether a mark names the function of an owner. */
export function isFunction(mark: string): mark is PartyFunction {
  return partyFunctions.some((one) => one === mark);
}
