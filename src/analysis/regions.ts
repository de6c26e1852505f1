import { normalisedName } from '../model/names';

/** Names and codes that lie in the European Economic Area, where personal data moves freely (GDPR Art. 1(3)). */
const european: ReadonlySet<string> = new Set(
  (
    'eu|eea|ewr|europe|europa|european union|europäische union|at|austria|österreich|be|belgium|belgien|bg|bulgaria|' +
    'hr|croatia|cy|cyprus|cz|czechia|dk|denmark|ee|estonia|fi|finland|fr|france|frankreich|de|germany|deutschland|' +
    'gr|greece|hu|hungary|ie|ireland|irland|is|iceland|it|italy|italien|lv|latvia|li|liechtenstein|lt|lithuania|' +
    'lu|luxembourg|mt|malta|nl|netherlands|niederlande|no|norway|pl|poland|polen|pt|portugal|ro|romania|' +
    'sk|slovakia|si|slovenia|es|spain|spanien|se|sweden|schweden|frankfurt|dublin|paris|amsterdam|berlin|' +
    'northeurope|westeurope'
  ).split('|'),
);

/**
 * The regions a text names, for comparison: countries of the European Economic Area are one. `eu-west-1` is `eu`.
 * Several may be named with commas, slashes, “+” or “and”.
 */
function regionsIn(text: string): ReadonlySet<string> {
  if (text === '') return nowhere;
  const known = read.get(text);
  if (known) return known;
  if (read.size >= mostRemembered) read.clear();
  const regions = readRegions(text);
  read.set(text, regions);
  return regions;
}

/** There are a handful of texts on a map, which many flows ask for; a memory that is full is emptied. */
const mostRemembered = 1_000;
const read = new Map<string, ReadonlySet<string>>();
const nowhere: ReadonlySet<string> = new Set();

function readRegions(text: string): ReadonlySet<string> {
  const named = normalisedName(text)
    .split(/[,;/+&()]|\band\b|\bund\b/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return new Set(named.map((part) => (european.has(part) ? 'eu' : codeOf(part))));
}

function codeOf(region: string): string {
  const first = region.split(/[^\p{L}]+/u)[0] ?? region;
  return european.has(first) ? 'eu' : first === '' ? region : first;
}

/** Whether both texts name regions and none is common to both. Where either says nothing, neither do we (PRI-6). */
export function isOtherRegion(from: string, to: string): boolean {
  if (from === to) return false;
  const there = regionsIn(to);
  const here = regionsIn(from);
  return here.size > 0 && there.size > 0 && ![...there].some((region) => here.has(region));
}

/** The regions a text names that lie outside the European Economic Area, as codes or names in lower case (PRO-6). */
export function thirdCountriesIn(text: string): readonly string[] {
  return [...regionsIn(text)].filter((region) => region !== 'eu').map((region) => spelledIn(text, region));
}

/** The region as the text spells it: `us` of “US-east” is `US`. */
function spelledIn(text: string, region: string): string {
  const at = text.toLocaleLowerCase('en').indexOf(region);
  return at < 0 ? region : text.slice(at, at + region.length);
}
