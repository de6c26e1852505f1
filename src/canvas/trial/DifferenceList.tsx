import { ArrowDown, ArrowUp, ArrowRight, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useOpenMap } from '../../store/openMap';
import { Button } from '../../ui/Button';
import { t } from '../../ui/i18n/t';
import type { Tone } from '../../ui/tone';
import type { Difference, Differences } from './differences';

/** How many lines are drawn at first, and more with every press of “show more”. */
const step = 60;

export const directionLooks: {
  readonly [D in Difference['direction']]: { readonly icon: LucideIcon; readonly tone: Tone };
} = {
  worse: { icon: ArrowDown, tone: 'danger' },
  better: { icon: ArrowUp, tone: 'operations' },
  other: { icon: ArrowRight, tone: 'neutral' },
};

export interface DifferenceListProps {
  readonly id: string;
  readonly differences: Differences;
}

/** Everything that is otherwise, each line leading to its place: for trials and for the future alike. */
export function DifferenceList({ id, differences }: DifferenceListProps) {
  const { lines, comparison } = differences;
  const [most, setMost] = useState(step);
  const { before, after } = comparison;
  const isCoverageSame = before.known === after.known && before.counted === after.counted;
  return (
    <div className="trial-list" id={id}>
      {!isCoverageSame && (
        <p className="trial-coverage">
          {t('trial.coverage', {
            before: before.known,
            of: before.counted,
            after: after.known,
            ofAfter: after.counted,
          })}
        </p>
      )}
      {lines.length === 0 ? (
        <p className="trial-coverage">{t('trial.nothingText')}</p>
      ) : (
        <ol aria-label={t('trial.differences')}>
          {lines.slice(0, most).map((line) => (
            <DifferenceLine key={line.key} line={line} />
          ))}
        </ol>
      )}
      {lines.length > most && (
        <Button size="s" fullWidth onClick={() => setMost(most + step)}>
          {t('trial.more', { count: lines.length - most })}
        </Button>
      )}
    </div>
  );
}

function DifferenceLine({ line: { direction, title, text, record } }: { readonly line: Difference }) {
  const { view } = useOpenMap();
  const { icon: Icon, tone } = directionLooks[direction];
  return (
    <li data-tone={tone}>
      <button
        type="button"
        className="trial-line"
        disabled={record === null}
        onPointerEnter={() => view.setState({ hover: record })}
        onPointerLeave={() => view.setState({ hover: null })}
        onClick={() => {
          if (record) view.setState({ selection: [record], cameraRequest: { kind: 'record', record } });
        }}
      >
        <Icon size={14} aria-hidden />
        <span>
          <span className="visually-hidden">{t(`trial.direction.${direction}`)} </span>
          <span className="trial-line-title">{title}</span> <span dir="auto">{text}</span>
        </span>
      </button>
    </li>
  );
}
