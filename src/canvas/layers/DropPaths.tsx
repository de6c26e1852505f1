import type { DropLine } from '../../layout/geometry';
import type { FunctionTone } from '../../model/functionColors';

interface DropPathsProps {
  readonly lines: readonly DropLine[];
  /** How far they reach under their cards, in pixels at zoom 1. */
  readonly reach?: number;
}

/** Drop-lines as one path for each colour. */
export function DropPaths({ lines, reach = 0 }: DropPathsProps) {
  const paths = new Map<FunctionTone | null, string>();
  let below = '';
  for (const { x, above: upper, below: lower, tone } of lines) {
    if (upper) paths.set(tone, `${paths.get(tone) ?? ''}M${x},${upper.from}V${upper.to + reach}`);
    if (lower) below += `M${x},${lower.from - reach}V${lower.to}`;
  }
  return (
    <>
      <path className="drop-below" d={below} />
      {[...paths].map(([tone, path]) => (
        <path key={tone ?? ''} className="drop-above" data-tone={tone ?? 'neutral'} d={path} />
      ))}
    </>
  );
}
