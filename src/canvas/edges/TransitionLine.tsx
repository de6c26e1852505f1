import { memo } from 'react';
import type { Direction, Point, TransitionRoute } from '../../layout/geometry';
import type { Transition } from '../../model/records/transition';
import { useLensSays } from '../../store/useLensSays';
import { isSelected } from '../../store/view';
import { useDerived } from '../../store/derived';
import { useJourney, useView } from '../../store/openMap';
import { formatPercent } from '../../ui/i18n/format';
import { t } from '../../ui/i18n/t';
import { countRender } from '../countRender';
import { useEmphasis } from '../emphasis/useEmphasis';
import { transitionLook } from './transitionLook';
import { useLineGestures } from './useLineGestures';
import './edges.css';

/** A step of the customer: its line says by colour and pattern whether the story is carried on. */
export const TransitionLine = memo(function TransitionLine({ route }: { readonly route: TransitionRoute }) {
  const { id, path, start, end, endDirection, stopBar, label } = route;
  countRender(id);
  const transition = useJourney((journey) => journey.transitions.byId.get(id));
  const verdict = useDerived(({ analysis }) => analysis?.continuity.judgements.get(id)?.verdict);
  const selected = useView((view) => isSelected(view, id));
  const says = useLensSays('transitions', id);
  const emphasis = useEmphasis(id, says.emphasis);
  const gestures = useLineGestures('transitions', id);
  if (!transition) return null;
  const look = transitionLook(verdict);
  const text = lineText(transition);
  const wholeText = joined(text.words, text.share);
  return (
    <g
      {...gestures}
      className="transition nopan"
      data-id={id}
      data-tone={look.tone}
      data-line={look.line}
      data-emphasis={emphasis}
      data-selected={selected || undefined}
    >
      <path className="line-hit" d={path} />
      <path className="line-glow" d={path} />
      <path className="line" d={path} />
      {transition.kind === 'channel-change' && <ChannelChange at={start} />}
      {stopBar ? (
        <path className="line-stop" d={`M${stopBar.x},${stopBar.y}v${stopBar.height}`} />
      ) : (
        <path className="line-arrow" d={arrowHead(end.x, end.y, endDirection, 5)} />
      )}
      {wholeText !== '' && (
        <text
          className="line-text"
          x={label.x}
          y={label.y}
          textAnchor={label.align}
          dominantBaseline="middle"
        >
          {fitted(text, label.maxWidth)}
          {/* Long conditions are read in full where they are cut. */}
          <title>{wholeText}</title>
        </text>
      )}
    </g>
  );
});

/** A diamond where the customer leaves one channel for another. */
function ChannelChange({ at: { x, y } }: { readonly at: Point }) {
  return (
    <path className="line-turn" d={`M${x - 5},${y}l5,-5l5,5l-5,5z`}>
      <title>{t('paths.channelChange')}</title>
    </path>
  );
}

/** Mean width of a letter of the labels, in canvas pixels. */
const letterWidth = 5.6;

/** What fits of a line's words: the share is never cut, the condition is. */
function fitted({ words, share }: LineText, maxWidth: number): string {
  const letters = Math.floor(maxWidth / letterWidth);
  const all = joined(words, share);
  if (all.length <= letters) return all;
  const room = Math.max(3, letters - (share === '' ? 0 : share.length + 1));
  const cut = words.length > room ? `${words.slice(0, room - 1).trimEnd()}…` : words;
  return [cut, share].filter((part) => part !== '').join(' ');
}

interface LineText {
  readonly words: string;
  readonly share: string;
}

function joined(words: string, share: string): string {
  return [words, share].filter((part) => part !== '').join(' · ');
}

function lineText({ condition, share, kind }: Transition): LineText {
  const part = share === null ? '' : formatPercent(share);
  if (condition !== '' || part !== '') return { words: condition, share: part };
  if (kind === 'loop') return { words: t('canvas.loop'), share: '' };
  return { words: kind === 'drop-out' ? t('canvas.dropOut') : '', share: '' };
}

const turns: Readonly<Record<Direction, readonly [number, number]>> = {
  right: [1, 0],
  left: [-1, 0],
  down: [0, 1],
  up: [0, -1],
};

/** Two strokes that meet in a point and look back from there. */
export function arrowHead(x: number, y: number, direction: Direction, size: number): string {
  const [dx, dy] = turns[direction];
  const backX = x - dx * size;
  const backY = y - dy * size;
  return `M${backX - dy * size},${backY - dx * size}L${x},${y}L${backX + dy * size},${backY + dx * size}`;
}
