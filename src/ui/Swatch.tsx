import type { Tone } from './tone';
import './Swatch.css';

export interface SwatchProps {
  /** Left out where nobody is known: a dashed outline, so that it is no matter of colour alone. */
  readonly tone?: Tone | null | undefined;
  readonly shape?: 'square' | 'dot' | 'bar' | undefined;
  /** What the colour stands for, where no text beside it says so. */
  readonly label?: string | undefined;
}

/** The colour of a function beside a name. */
export function Swatch({ tone, shape = 'square', label }: SwatchProps) {
  return (
    <span
      className="ui-swatch"
      data-tone={tone ?? undefined}
      data-empty={tone ? undefined : true}
      data-shape={shape}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
    />
  );
}
