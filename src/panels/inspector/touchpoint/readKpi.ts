import { parseNumber } from '../../../ui/parseNumber';

/** What a line says of a KPI. */
export interface TypedKpi {
  readonly name: string;
  readonly unit: string;
  readonly baseline: number | null;
  readonly target: number | null;
}

const number = String.raw`[-−+]?\d[\d.,'’]*`;
const arrow = String.raw`\s*(?:→|->|–>|=>)\s*`;
const unit = String.raw`\s*([^\d\s][^\d]{0,19}?)?`;
const both = new RegExp(`^(.*?)[\\s:]+(${number})\\s*(?:%|€|\\$)?${arrow}(${number})${unit}$`, 'u');
const targetAlone = new RegExp(`^(.*?)${arrow}(${number})${unit}$`, 'u');

/**
 * Reads a KPI as people type it: a name, and behind it where it stands and where it shall be, “61 → 80 %”; an arrow may be
 * typed `->`. Without an arrow all of it is the name, numbers too: “top 3 questions” is no target.
 */
export function readKpi(line: string): TypedKpi {
  const text = line.trim();
  const [, name = '', from, to, ofBoth = ''] = both.exec(text) ?? [];
  if (from !== undefined && to !== undefined)
    return { name: name.trim(), unit: ofBoth.trim(), baseline: valueOf(from), target: valueOf(to) };
  const [, named = '', only, ofTarget = ''] = targetAlone.exec(text) ?? [];
  if (only !== undefined)
    return { name: named.trim(), unit: ofTarget.trim(), baseline: null, target: valueOf(only) };
  return { name: text, unit: '', baseline: null, target: null };
}

function valueOf(text: string): number | null {
  const parsed = parseNumber(text);
  return parsed.ok ? parsed.value : null;
}
