import type { PlainRecord } from '../../model/bundle';
import type { Lifecycle } from '../../model/records/system';
import type { ImportCandidate } from '../candidates';
import { evenOrderKeys } from '../evenOrderKeys';
import { backstageFormat, referenceOf, type Catalog } from './catalog';
import { textOf, textsOf, titleOf, type Entity } from './entity';
import type { EntityRef } from './entityRef';
import { importLinks } from './importLinks';
import type { Parties } from './importParties';
import { keptOf } from './keptOf';
import { kindOfComponent, kindOfResource, type SystemKind } from './kindOfSystem';

type SystemDraft = { -readonly [K in keyof PlainRecord<'systems'>]: PlainRecord<'systems'>[K] };

const lifecycles: Readonly<Record<string, Lifecycle>> = { production: 'live', deprecated: 'phasing-out' };

const taken = {
  metadata: ['name', 'title', 'description', 'tags', 'links'],
  spec: ['owner', 'system', 'subcomponentOf'],
};

/** The systems of a catalogue: its Systems, Components and Resources, with who is accountable for them. */
export class Systems {
  readonly assignments: PlainRecord<'assignments'>[] = [];
  readonly candidates: ImportCandidate[] = [];
  readonly #catalog: Catalog;
  readonly #byRef = new Map<EntityRef, SystemDraft>();

  constructor(catalog: Catalog, parties: Parties) {
    this.#catalog = catalog;
    const entities = ['system', 'component', 'resource'].flatMap((kind) => catalog.ofKind(kind));
    const orders = evenOrderKeys(entities.length);
    entities.forEach((entity, index) => {
      this.#byRef.set(entity.ref, this.#describe(entity, orders[index] ?? ''));
    });
    for (const entity of entities) {
      this.#setParent(entity);
      this.#assignOwner(entity, parties);
    }
  }

  records(): readonly PlainRecord<'systems'>[] {
    return [...this.#byRef.values()];
  }

  /** The id of the system that was made of an entity. */
  idOf(entity: Entity | null): string | null {
    return (entity && this.#byRef.get(entity.ref)?.id) ?? null;
  }

  #describe(entity: Entity, order: string): SystemDraft {
    const { kind, suggested } = this.#kindOf(entity);
    const lifecycle = this.#lifecycleOf(entity);
    const description = textOf(entity.metadata['description']);
    const tags = this.#tagsOf(entity);
    const links = importLinks(entity, this.#catalog);
    const kept = keptOf(entity, taken, this.#catalog);
    const name = this.#catalog.bounded(titleOf(entity), 'name', entity);
    const id = this.#catalog.newId();
    const type = textOf(entity.spec['type']);
    const note = [type || entity.kind, entity.file].join(' · ');
    this.candidates.push({ id, kind: 'systems', name, note, suggested });
    return {
      id,
      name,
      ...(description !== '' && { description: this.#catalog.bounded(description, 'description', entity) }),
      ...(kind !== '' && { kind: this.#catalog.bounded(kind, 'type', entity) }),
      ...(lifecycle && { lifecycle }),
      reference: entity.ref,
      ...(tags.length > 0 && { tags }),
      ...(links.length > 0 && { links }),
      order,
      ...(Object.keys(kept).length > 0 && { ext: { [backstageFormat]: kept } }),
      source: this.#catalog.source(entity),
    };
  }

  #kindOf(entity: Entity): Pick<SystemKind, 'kind' | 'suggested'> {
    const type = textOf(entity.spec['type']);
    const role = entity.kind.toLowerCase();
    // A System is what its components are part of: the catalogue has no word for its kind unless it says one.
    if (role === 'system') return { kind: type, suggested: true };
    const found = role === 'resource' ? kindOfResource(type) : kindOfComponent(type);
    if (found.guessed) {
      const message = this.#catalog.words.unknownType({ name: titleOf(entity), type, read: found.kind });
      this.#catalog.note('guessed', message, entity);
    }
    if (!found.suggested) {
      const message = this.#catalog.words.notSuggested({ name: titleOf(entity), type: type || entity.kind });
      this.#catalog.note('ignored', message, entity);
    }
    return found;
  }

  #lifecycleOf(entity: Entity): Lifecycle | null {
    const said = textOf(entity.spec['lifecycle']);
    if (said === '') return null;
    const lifecycle = Object.hasOwn(lifecycles, said.toLowerCase()) ? lifecycles[said.toLowerCase()] : null;
    if (lifecycle) return lifecycle;
    const message = this.#catalog.words.unknownLifecycle({ name: titleOf(entity), lifecycle: said });
    this.#catalog.note('ignored', message, entity);
    return null;
  }

  #tagsOf(entity: Entity): readonly string[] {
    const tags = new Set(
      textsOf(entity.metadata['tags']).map((tag) => this.#catalog.bounded(tag, 'tag', entity)),
    );
    const domain = referenceOf(entity, 'domain');
    if (domain !== '') {
      const known = this.#catalog.find(domain, ['domain'], entity);
      tags.add(this.#catalog.bounded(`domain: ${known ? titleOf(known) : domain}`, 'domain', entity));
    }
    return [...tags].sort();
  }

  #setParent(entity: Entity): void {
    for (const [field, kind] of [
      ['subcomponentOf', 'component'],
      ['system', 'system'],
    ] as const) {
      const reference = referenceOf(entity, field);
      if (reference === '') continue;
      const parent = this.idOf(this.#catalog.find(reference, [kind], entity));
      const system = this.#byRef.get(entity.ref);
      if (system && parent && parent !== system.id) system.parent ??= parent;
      else if (!parent) {
        const message = this.#catalog.words.missing.partOf({ name: titleOf(entity), reference });
        this.#catalog.note('ignored', message, entity);
      }
    }
  }

  #assignOwner(entity: Entity, parties: Parties): void {
    const owner = referenceOf(entity, 'owner');
    const subject = this.#byRef.get(entity.ref)?.id;
    const party = owner === '' ? null : parties.idOf(owner, entity);
    if (!party || subject === undefined) return;
    this.assignments.push({
      id: this.#catalog.newId(),
      party,
      subject,
      role: 'accountable',
      source: this.#catalog.source(entity, '#owner'),
    });
  }
}
