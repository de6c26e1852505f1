import type { Persona } from '../../model/records/persona';
import { initialsOf } from '../../ui/initialsOf';
import { t } from '../../ui/i18n/t';

/** Paths that are shown at once, at most: as many as there are colours and patterns to tell them apart. */
export const mostPaths = 4;

/** How a persona's path is told from others: a colour of its own (`--persona-1` …) and a pattern beside it. */
export interface PersonaLook {
  readonly color: 1 | 2 | 3 | 4;
  /** Lengths of strokes and gaps, as in SVG; undefined is a solid line. */
  readonly dashes: string | undefined;
}

const looks: readonly PersonaLook[] = [
  { color: 1, dashes: undefined },
  { color: 2, dashes: '14 6' },
  { color: 3, dashes: '4 5' },
  { color: 4, dashes: '18 5 4 5' },
];

/**
 * The look of a persona (PATH-2): by its place among all of the map, so that it is the same whoever else is shown. Where
 * somebody who was chosen before has that one already, the next that nobody shown has.
 * @param shown ids of those who are shown, in the order they were chosen; one who is not among them would be the next
 */
export function personaLook(all: readonly Persona[], shown: readonly string[], id: string): PersonaLook {
  const taken = new Set<number>();
  const before = shown.includes(id) ? shown.slice(0, shown.indexOf(id)) : shown;
  const pick = (one: string): number => {
    const own = Math.max(
      0,
      all.findIndex((persona) => persona.id === one),
    );
    const inTurn = looks.map((_, step) => (own + step) % looks.length);
    return inTurn.find((look) => !taken.has(look)) ?? own % looks.length;
  };
  for (const one of before) taken.add(pick(one));
  return looks[pick(id)] ?? { color: 1, dashes: undefined };
}

/** The letters on a persona's badge. */
export function personaInitials({ initials, name }: Persona): string {
  return (initials.trim() || initialsOf(name)).slice(0, 3);
}

/** A persona's name, or a word for one without. */
export function personaName({ name }: Persona): string {
  return name.trim() || t('paths.unnamed');
}
