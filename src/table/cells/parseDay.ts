import { foldText } from '../../model/foldText';
import { formatLocale } from '../../ui/i18n/format';

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * A day as YYYY-MM-DD, however people and spreadsheets write it (TBL-4): `2026-03-31`, `31.3.2026`, `31 March 2026`, and with
 * slashes in the order of the user's locale, unless only the other one is in the calendar. Null when it is no day.
 */
export function parseDay(text: string): string | null {
  for (const day of readings(text.trim())) {
    const date = new Date(Date.UTC(day.year, day.month - 1, day.day));
    if (date.getUTCMonth() === day.month - 1 && date.getUTCDate() === day.day)
      return date.toISOString().slice(0, 10);
  }
  return null;
}

function readings(text: string): readonly Day[] {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return [{ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }];
  const numbers = /^(\d{1,2})(?:\.\s?|\/)(\d{1,2})(?:\.\s?|\/)(\d{4}|\d{2})$/.exec(text);
  if (!numbers) return wordReadings(text);
  const [first, second, year] = [Number(numbers[1]), Number(numbers[2]), yearOf(numbers[3] ?? '')];
  const dayFirst: Day = { year, month: second, day: first };
  const monthFirst: Day = { year, month: first, day: second };
  if (!text.includes('/')) return [dayFirst];
  return isMonthFirst() ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
}

/** Two digits are of this century, as what is due is. */
function yearOf(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function wordReadings(text: string): readonly Day[] {
  const words = foldText(text)
    .split(/[\s.,]+/)
    .filter(Boolean);
  const [year, day] = [
    words.find((word) => /^\d{4}$/.test(word)),
    words.find((word) => /^\d{1,2}$/.test(word)),
  ];
  const month = words.map((word) => monthsOf(formatLocale()).get(word)).find((one) => one !== undefined);
  if (words.length !== 3 || year === undefined || day === undefined || month === undefined) return [];
  return [{ year: Number(year), month, day: Number(day) }];
}

function isMonthFirst(): boolean {
  const parts = new Intl.DateTimeFormat(formatLocale()).formatToParts(0).map(({ type }) => type);
  return parts.indexOf('month') < parts.indexOf('day');
}

const byLocale = new Map<string, ReadonlyMap<string, number>>();

/** Months by their names in a locale and in English, short and long, folded and without points. */
function monthsOf(locale: string): ReadonlyMap<string, number> {
  const known = byLocale.get(locale);
  if (known) return known;
  const months = new Map<string, number>();
  for (const language of ['en', locale]) {
    for (const style of ['short', 'long'] as const) {
      const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: style, timeZone: 'UTC' });
      for (let month = 0; month < 12; month++) {
        const name = format.formatToParts(Date.UTC(2026, month, 1)).find(({ type }) => type === 'month');
        months.set(foldText(name?.value ?? '').replaceAll('.', ''), month + 1);
      }
    }
  }
  byLocale.set(locale, months);
  return months;
}
