import { memo } from 'react';
import type { Direction, Point, TransitionRoute } from '../../layout/geometry';
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
  const text = transitionText(transition.condition, transition.share, transition.kind);
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
      {text !== '' && (
        <text
          className="line-text"
          x={label.x}
          y={label.y}
          textAnchor={label.align}
          dominantBaseline="middle"
        >
          {shortened(text, label.maxWidth)}
          {/* Long conditions are read in full where they are cut. */}
          <title>{text}</title>
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
const letterWidth = 5.9;

function shortened(text: string, maxWidth: number): string {
  const letters = Math.max(4, Math.floor(maxWidth / letterWidth));
  return text.length > letters ? `${text.slice(0, letters - 1).trimEnd()}…` : text;
}

function transitionText(condition: string, share: number | null, kind: string): string {
  const words = [condition, share === null ? '' : formatPercent(share)].filter((part) => part !== '');
  if (words.length > 0) return words.join(' · ');
  if (kind === 'loop') return t('canvas.loop');
  return kind === 'drop-out' ? t('canvas.dropOut') : '';
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
