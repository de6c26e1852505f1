import type { Analysis } from '../../analysis/analyse';
import { sentenceOfTransition } from '../../analysis/sentences';
import { storyOf, type Hop, type Story } from '../../analysis/story';
import { flowLabelText } from '../../layout/flowLabels';
import type { Journey } from '../../model/resolve';
import { spokenSentences } from '../../store/spokenSentences';
import { t } from '../../ui/i18n/t';

/** What a story says for itself, beside its picture: the same in the tooltip and for screen readers. */
export interface StoryWords {
  readonly title: string;
  /** The verdict's sentence, as everywhere. */
  readonly sentence: string;
  /** The route as lines, a system or a hop each; empty without a route. */
  readonly lines: readonly StoryLine[];
  /** How slow the slowest hop is; null where that says nothing (fewer than two hops, everything in real time). */
  readonly slowest: string | null;
}

export type StoryLine =
  | { readonly kind: 'system'; readonly id: string; readonly text: string }
  | {
      readonly kind: 'hop';
      readonly id: string;
      readonly text: string;
      readonly latency: string;
      readonly isSlowest: boolean;
    };

/** Puts a story into words. */
export function storyWords(story: Story, analysis: Analysis): StoryWords {
  const { journey } = analysis;
  const { transition, verdict, systems, hops, slowest } = story;
  const isSlow = slowest !== null && slowest !== 'real-time' && hops.length > 1;
  return {
    title: t(`light.verdict.${verdict}`),
    sentence: sentenceOfTransition(transition, analysis, journey, spokenSentences()),
    lines: systems.flatMap((id, index) => {
      const hop = hops[index];
      return hop ? [systemLine(journey, id), hopLine(journey, hop)] : [systemLine(journey, id)];
    }),
    slowest: isSlow ? t('light.slowest', { latency: t(`model.latency.${slowest}`) }) : null,
  };
}

/** What a screen reader says of a step after its name: the sentence, and each hop with how fast it is. */
export function spokenStory(analysis: Analysis, transition: string): string {
  const story = storyOf(analysis, transition);
  if (!story) return '';
  const { sentence, lines } = storyWords(story, analysis);
  const hops = lines.flatMap((line) => (line.kind === 'hop' ? [`${line.text}: ${line.latency}`] : []));
  return [sentence, ...hops].filter((part) => part !== '').join(' ');
}

function systemLine(journey: Journey, id: string): StoryLine {
  return {
    kind: 'system',
    id,
    text: journey.systems.byId.get(id)?.name.trim() || t('canvas.untitledSystem'),
  };
}

function hopLine(journey: Journey, { flow: id, latency, isSlowest }: Hop): StoryLine {
  const flow = journey.dataFlows.byId.get(id);
  // How late it is stands beside it, in words of its own.
  const label = flow
    ? flowLabelText(
        { ...flow, latency: null, pattern: null },
        journey.dataObjects.byId,
        spokenSentences().lateness,
      )
    : '';
  return {
    kind: 'hop',
    id,
    text: label || t('light.flow'),
    latency: t(`model.latency.${latency}`),
    isSlowest,
  };
}
