import type { PlainRecord } from '../../model/bundle';
import type { PartyFunction } from '../../model/records/party';
import { isObject } from '../json';
import { backstageFormat, referenceOf, referencesOf, type Catalog } from './catalog';
import { textOf, textsOf, titleOf, type Entity } from './entity';
import { entityRef, parseEntityRef, possibleRefs, type EntityRef } from './entityRef';
import { guessFunction } from './guessFunction';
import { keptOf } from './keptOf';

type PartyDraft = { -readonly [K in keyof PlainRecord<'parties'>]: PlainRecord<'parties'>[K] };

const taken = { metadata: ['name', 'title'], spec: ['parent'] };

/** The people and teams of a catalogue, and those its entities name without describing them. */
export class Parties {
  readonly #catalog: Catalog;
  readonly #byRef = new Map<EntityRef, PartyDraft>();

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
    const groups = catalog.ofKind('group');
    const users = catalog.ofKind('user');
    for (const entity of [...groups, ...users]) this.#byRef.set(entity.ref, this.#describe(entity));
    for (const group of groups) this.#joinGroup(group);
    for (const user of users) this.#joinUser(user);
  }

  records(): readonly PlainRecord<'parties'>[] {
    return [...this.#byRef.values()];
  }

  /** The id of the party a reference names. Who is not among the files is made, by name, and reported once. */
  idOf(reference: string, from: Entity): string | null {
    return this.#named(reference, from)?.id ?? null;
  }

  #named(reference: string, from: Entity): PartyDraft | null {
    const refs = possibleRefs(reference, ['group', 'user'], from.namespace);
    for (const ref of refs) {
      const known = this.#byRef.get(ref);
      if (known) return known;
    }
    const parts = parseEntityRef(reference);
    if (!parts) {
      const message = this.#catalog.words.notAReference({ name: titleOf(from), reference });
      this.#catalog.note('ignored', message, from);
      return null;
    }
    const kind = parts.kind?.toLowerCase() ?? 'group';
    const ref = entityRef(kind, parts.namespace ?? 'default', parts.name);
    const party = this.#makeUp(ref, kind, parts.name, from);
    this.#byRef.set(ref, party);
    return party;
  }

  #makeUp(ref: EntityRef, kind: string, name: string, from: Entity): PartyDraft {
    // Some catalogues put a person's address where a team's name belongs.
    const isPerson = kind === 'user' || name.includes('@');
    const type = isPerson ? 'person' : 'team';
    this.#catalog.note('guessed', this.#catalog.words.madeUp({ name, type }), from);
    const guess = isPerson ? null : this.#guess(name, [name], from);
    return {
      id: this.#catalog.newId(),
      name,
      type,
      ...(guess && { function: guess }),
      ...(name.includes('@') && { contact: name }),
      ext: { [backstageFormat]: { notInThisImport: true } },
      source: { ...this.#catalog.source(from), pointer: ref },
    };
  }

  #describe(entity: Entity): PartyDraft {
    const profile = isObject(entity.spec['profile']) ? entity.spec['profile'] : {};
    const name = this.#catalog.bounded(textOf(profile['displayName']) || titleOf(entity), 'name', entity);
    const isTeam = entity.kind.toLowerCase() === 'group';
    const hints = [name, entity.name, ...textsOf(entity.metadata['tags'])];
    const guess = isTeam ? this.#guess(name, hints, entity) : null;
    const email = textOf(profile['email']);
    const kept = keptOf(entity, taken, this.#catalog);
    return {
      id: this.#catalog.newId(),
      name,
      type: isTeam ? 'team' : 'person',
      ...(guess && { function: guess }),
      ...(email !== '' && { contact: this.#catalog.bounded(email, 'address', entity) }),
      ...(Object.keys(kept).length > 0 && { ext: { [backstageFormat]: kept } }),
      source: this.#catalog.source(entity),
    };
  }

  #guess(name: string, hints: readonly string[], entity: Entity): PartyFunction | null {
    const guess = guessFunction(hints);
    if (guess)
      this.#catalog.note('guessed', this.#catalog.words.guessedFunction({ name, of: guess }), entity);
    return guess;
  }

  #joinGroup(group: Entity): void {
    const parent = referenceOf(group, 'parent');
    if (parent !== '') this.#setParent(group, this.#find(parent, 'group', group), parent);
    for (const child of referencesOf(group, 'children')) {
      const found = this.#find(child, 'group', group);
      if (found) found.parent ??= this.#byRef.get(group.ref)?.id ?? null;
    }
    for (const member of referencesOf(group, 'members')) {
      const found = this.#find(member, 'user', group);
      if (found) found.parent ??= this.#byRef.get(group.ref)?.id ?? null;
    }
  }

  #joinUser(user: Entity): void {
    const groups = referencesOf(user, 'memberOf');
    const [first, ...others] = groups;
    if (first === undefined) return;
    const group = this.#find(first, 'group', user);
    this.#setParent(user, group, first);
    const party = this.#byRef.get(user.ref);
    if (party && group?.function) {
      party.function = group.function;
      const { name: team = '', function: of } = group;
      const message = this.#catalog.words.functionOfTeam({ name: party.name ?? '', of, team });
      this.#catalog.note('guessed', message, user);
    }
    if (others.length > 0) {
      const message = this.#catalog.words.severalTeams({ name: titleOf(user), first, others });
      this.#catalog.note('ignored', message, user);
    }
  }

  #find(reference: string, kind: string, from: Entity): PartyDraft | null {
    const found = this.#catalog.find(reference, [kind], from);
    return (found && this.#byRef.get(found.ref)) ?? null;
  }

  #setParent(child: Entity, parent: PartyDraft | null, reference: string): void {
    const party = this.#byRef.get(child.ref);
    if (party && parent) party.parent = parent.id;
    else if (!parent) {
      const message = this.#catalog.words.missing.belongsTo({ name: titleOf(child), reference });
      this.#catalog.note('ignored', message, child);
    }
  }
}
