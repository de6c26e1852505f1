interface Formats {
  readonly whole: Intl.NumberFormat;
  readonly exact: Intl.NumberFormat;
  readonly percent: Intl.NumberFormat;
  readonly finePercent: Intl.NumberFormat;
  readonly relative: Intl.RelativeTimeFormat;
  readonly day: Intl.DateTimeFormat;
  readonly moment: Intl.DateTimeFormat;
  readonly conjunction: Intl.ListFormat;
}

function formatsOf(locale: string): Formats {
  return {
    whole: new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }),
    exact: new Intl.NumberFormat(locale, { maximumFractionDigits: 20, useGrouping: false }),
    percent: new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
    finePercent: new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 2 }),
    relative: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
    day: new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }),
    moment: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
    conjunction: new Intl.ListFormat(locale, { type: 'conjunction' }),
  };
}

let formatsLocale = 'en';
let formats = formatsOf(formatsLocale);

/** Writes numbers, dates and lists by another locale (a BCP 47 tag) from now on. */
export function formatBy(locale: string): void {
  formatsLocale = locale;
  formats = formatsOf(locale);
}

/** The locale by which numbers, dates and lists are written, a BCP 47 tag. */
export function formatLocale(): string {
  return formatsLocale;
}

/** A number as the language writes it, with at most two decimals. */
export function formatNumber(value: number): string {
  return formats.whole.format(value);
}

/** A number as one types it: all its decimals, nothing between thousands. */
export function formatExact(value: number): string {
  return formats.exact.format(value);
}

/** A ratio of 0 … 1 as whole per cent. */
export function formatPercent(ratio: number): string {
  return formats.percent.format(ratio);
}

/** A ratio of 0 … 1 as per cent with two digits, for those far below one per cent. */
export function formatFinePercent(ratio: number): string {
  return formats.finePercent.format(ratio);
}

/** Names joined as in a sentence: "A, B, and C". */
export function formatList(items: readonly string[]): string {
  return formats.conjunction.format(items);
}

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
    if (Math.abs(away) >= ms) return formats.relative.format(Math.trunc(away / ms), unit);
  }
  return formats.relative.format(0, 'second');
}

/** The day of a moment where the user is: "12 Mar 2027". In ms since 1970. */
export function formatDay(atMs: number): string {
  return formats.day.format(atMs);
}

/** A day written YYYY-MM-DD in the language's words; what is no day stays as it is. */
export function formatIsoDay(iso: string): string {
  const at = Date.parse(`${iso}T00:00:00`);
  return Number.isNaN(at) ? iso : formats.day.format(at);
}

/** A day and a time of day where the user is. In ms since 1970. */
export function formatMoment(atMs: number): string {
  return formats.moment.format(atMs);
}
