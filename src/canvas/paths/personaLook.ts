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

/** The look of a persona by its place among all of the map, so that it is the same whoever else is shown. */
export function personaLook(all: readonly Persona[], id: string): PersonaLook {
  const place = Math.max(
    0,
    all.findIndex((persona) => persona.id === id),
  );
  return looks[place % looks.length] ?? { color: 1, dashes: undefined };
}

/** The letters on a persona's badge. */
export function personaInitials({ initials, name }: Persona): string {
  return (initials.trim() || initialsOf(name)).slice(0, 3);
}

/** A persona's name, or a word for one without. */
export function personaName({ name }: Persona): string {
  return name.trim() || t('paths.unnamed');
}
