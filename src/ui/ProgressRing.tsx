import type { Tone } from './tone';
import './ProgressRing.css';

export interface ProgressRingProps {
  /** 0 … 1; null while nothing is known, which draws a dashed ring rather than a zero. */
  readonly value: number | null;
  /** What the share is of, read with the value. */
  readonly label: string;
  /** Edge length in px. */
  readonly size?: number | undefined;
  readonly tone?: Tone | undefined;
}

/** A share of a whole as a ring: the continuity score. */
export function ProgressRing({ value, label, size = 32, tone = 'shared' }: ProgressRingProps) {
  const stroke = size / 8;
  const radius = (size - stroke) / 2;
  const share = value === null ? 0 : Math.min(1, Math.max(0, value));
  const circle = { cx: size / 2, cy: size / 2, r: radius, strokeWidth: stroke, fill: 'none' };
  return (
    <svg
      className="ui-ring"
      data-tone={tone}
      width={size}
      height={size}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
      aria-valuetext={value === null ? '–' : undefined}
    >
      <circle className="ui-ring-track" {...circle} strokeDasharray={value === null ? '2 4' : undefined} />
      {share > 0 && (
        <circle
          className="ui-ring-value"
          {...circle}
          pathLength={100}
          strokeDasharray={`${share * 100} 100`}
          strokeLinecap={share < 1 ? 'round' : 'butt'}
          transform={`rotate(-90 ${size / 2} ${size / 2})`}
        />
      )}
    </svg>
  );
}
