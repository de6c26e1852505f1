import type { Journey } from '../../model/resolve';
import { formatExact, formatIsoDay } from '../../ui/i18n/format';
import { t } from '../../ui/i18n/t';
import type { CellType, CellValue } from './cellType';
import { recordName } from './recordName';

/** What stands between several things of one cell. */
export const severalMark = '; ';

/**
 * A cell as text: what is shown, copied, searched and grouped by. Reading it back with `parseCell` gives the same value
 * wherever names are unambiguous (TBL-3).
 */
export function cellText(journey: Journey, type: CellType, value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? t('table.yes') : '';
  if (typeof value === 'number') return numberText(type, value);
  if (type.kind === 'date' && typeof value === 'string') return formatIsoDay(value);
  if (typeof value !== 'string') return value.map((one) => partText(journey, type, one)).join(markOf(type));
  return partText(journey, type, value);
}

function markOf(type: CellType): string {
  return type.kind === 'letters' ? ' ' : severalMark;
}

function numberText(type: CellType, value: number): string {
  // As people and spreadsheets of the locale type it: no thousands, no rounding that paste could not undo.
  if (type.kind === 'number' && type.isShare === true)
    return `${formatExact(Number((value * 100).toFixed(4)))} %`;
  // Adding nothing makes a zero of a minus zero.
  return formatExact(Number(value.toFixed(6)) + 0);
}

/** One member of a cell as text. */
export function partText(journey: Journey, type: CellType, value: string): string {
  switch (type.kind) {
    case 'reference':
    case 'references':
      return recordName(journey, value);
    case 'choice':
      return type.choices.find((choice) => choice.value === value)?.label ?? value;
    case 'word':
    case 'words':
      return type.suggestions.find((choice) => choice.value === value)?.label ?? value;
    case 'letters':
      return type.letters.find((letter) => letter.value === value)?.letter ?? value;
    default:
      return value;
  }
}
