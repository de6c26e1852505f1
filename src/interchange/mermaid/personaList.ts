import type { PlainRecord } from '../../model/bundle';
import type { ImportSource } from '../../model/defineRecord';
import { maxStringLength } from '../../model/field';
import { normalisedName } from '../../model/names';
import { evenOrderKeys } from '../evenOrderKeys';
import type { ReportLevel } from '../importResult';
import type { MermaidWords } from '../words/en/mermaidWords';
import { looksLikeSystem } from './looksLikeSystem';

/** What a list of personas needs from the import it belongs to. */
interface PersonaContext {
  readonly freshId: () => string;
  readonly source: (pointer: string) => ImportSource;
  readonly tell: Tell;
  readonly words: MermaidWords;
}

type Tell = (level: ReportLevel, message: string, line: number) => void;

/** The personas actors become: one for each name, however it is spaced or capitalised. */
export class PersonaList {
  readonly #byName = new Map<string, PlainRecord<'personas'>>();
  readonly #spellings = new Set<string>();
  readonly #context: PersonaContext;

  constructor(context: PersonaContext) {
    this.#context = context;
  }

  get size(): number {
    return this.#byName.size;
  }

  records(): readonly PlainRecord<'personas'>[] {
    const orders = evenOrderKeys(this.#byName.size);
    return [...this.#byName.values()].map((persona, index) => ({ ...persona, order: orders[index] ?? '' }));
  }

  /** The ids of a task's actors, sorted; empty names are dropped. */
  idsOf(actors: readonly string[], line: number): readonly string[] {
    const { tell, words } = this.#context;
    const ids = new Set<string>();
    for (const actor of actors) {
      const name = actor.trim().slice(0, maxStringLength);
      if (name === '') tell('ignored', words.namelessActor, line);
      else ids.add(this.#personaOf(name, line).id);
    }
    return [...ids].sort();
  }

  #personaOf(name: string, line: number): PlainRecord<'personas'> {
    const { tell, words } = this.#context;
    const key = normalisedName(name);
    const known = this.#byName.get(key);
    if (known) {
      if (known.name !== name && !this.#spellings.has(name)) {
        tell('merged', words.sameActor({ name, known: known.name ?? '' }), line);
      }
      this.#spellings.add(name);
      return known;
    }
    if (looksLikeSystem(name)) tell('guessed', words.actorLikeSystem({ name }), line);
    const persona = {
      id: this.#context.freshId(),
      name,
      initials: initialsOf(name),
      source: this.#context.source(`actors[${key.slice(0, 200)}]`),
    };
    this.#byName.set(key, persona);
    return persona;
  }
}

function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const letters = words.slice(0, 2).map((word) => [...word][0]?.toUpperCase() ?? '');
  return letters.join('').slice(0, 4);
}
