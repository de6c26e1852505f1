import { language } from './language';

const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
const conjunction = new Intl.ListFormat(language, { type: 'conjunction' });

/** A number as the language writes it, with at most two decimals. */
export function formatNumber(value: number): string {
  return whole.format(value);
}

/** A ratio of 0 … 1 as whole per cent. */
export function formatPercent(ratio: number): string {
  return percent.format(ratio);
}

/** Names joined as in a sentence: "A, B, and C". */
export function formatList(items: readonly string[]): string {
  return conjunction.format(items);
}

const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });

const steps: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, ms: number])[] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** How long ago (or ahead), in the largest fitting unit: "5 minutes ago"; under a minute it is "now". Both in ms since 1970. */
export function formatAgo(atMs: number, nowMs: number): string {
  const away = atMs - nowMs;
  for (const [unit, ms] of steps) {
    if (Math.abs(away) >= ms) return relative.format(Math.trunc(away / ms), unit);
  }
  return relative.format(0, 'second');
}

/** The day of a moment where the user is: "12 Mar 2027". In ms since 1970. */
export function formatDay(atMs: number): string {
  return day.format(atMs);
}

/** A day written YYYY-MM-DD in the language's words; what is no day stays as it is. */
export function formatIsoDay(iso: string): string {
  const at = Date.parse(`${iso}T00:00:00`);
  return Number.isNaN(at) ? iso : day.format(at);
}

/** A day and a time of day where the user is. In ms since 1970. */
export function formatMoment(atMs: number): string {
  return moment.format(atMs);
}
