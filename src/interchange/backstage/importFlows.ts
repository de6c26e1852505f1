import type { PlainRecord } from '../../model/bundle';
import type { FlowPattern } from '../../model/records/dataFlow';
import type { ImportCandidate } from '../candidates';
import { importLimits } from '../importResult';
import type { BackstageWords } from '../words/en/backstageWords';
import { backstageFormat, referencesOf, type Catalog } from './catalog';
import { textOf, titleOf, type Entity } from './entity';
import { parseEntityRef } from './entityRef';
import type { Systems } from './importSystems';

const patterns: Readonly<Record<string, FlowPattern>> = {
  openapi: 'api-call',
  graphql: 'api-call',
  grpc: 'api-call',
  asyncapi: 'event-stream',
};

/** Which components provide an API. */
type Providers = ReadonlyMap<Entity, ReadonlySet<Entity>>;

/** The data flows of a catalogue: over its APIs as facts, along its dependencies as offers. */
export class Flows {
  readonly records: PlainRecord<'dataFlows'>[] = [];
  readonly candidates: ImportCandidate[] = [];
  readonly #catalog: Catalog;
  readonly #systems: Systems;
  readonly #known = new Set<string>();

  constructor(catalog: Catalog, systems: Systems) {
    this.#catalog = catalog;
    this.#systems = systems;
    const providers = this.#providers();
    const consumed = new Set<Entity>();
    for (const consumer of catalog.ofKind('component')) this.#consumeAll(consumer, providers, consumed);
    for (const api of catalog.ofKind('api')) this.#reportUnused(api, providers, consumed);
    for (const kind of ['component', 'resource'])
      for (const entity of catalog.ofKind(kind)) this.#offer(entity);
  }

  /** Whether there are more than a map can hold. What comes after is not looked at: pairs multiply. */
  get areTooMany(): boolean {
    return this.records.length > importLimits.recordsOfAKind;
  }

  #providers(): Providers {
    const providers = new Map<Entity, Set<Entity>>();
    for (const component of this.#catalog.ofKind('component')) {
      for (const reference of referencesOf(component, 'providesApis')) {
        const api = this.#catalog.find(reference, ['api'], component);
        if (!api) {
          this.#miss(component, 'provides', reference);
          continue;
        }
        const known = providers.get(api);
        if (known) known.add(component);
        else providers.set(api, new Set([component]));
      }
    }
    return providers;
  }

  /** The flows to one component, each provided thing looked at once. */
  #consumeAll(consumer: Entity, providers: Providers, consumed: Set<Entity>): void {
    const targets = new Set<Entity>();
    for (const reference of referencesOf(consumer, 'consumesApis')) {
      if (this.areTooMany) return;
      const target = this.#catalog.find(reference, ['api'], consumer);
      if (!target) this.#miss(consumer, 'consumes', reference);
      else if (!targets.has(target)) {
        targets.add(target);
        if (this.#consume(consumer, reference, target, providers)) consumed.add(target);
      }
    }
  }

  /** Makes the flows over what is consumed. Returns whether it is an API. */
  #consume(consumer: Entity, reference: string, target: Entity, providers: Providers): boolean {
    const kind = parseEntityRef(reference)?.kind?.toLowerCase() ?? 'api';
    if (kind !== 'api') {
      const message = this.#catalog.words.consumesNoApi({ name: titleOf(consumer), reference });
      this.#catalog.note('repaired', message, consumer);
      this.#add(target, consumer, target, 'api-call');
      return false;
    }
    const pattern = patterns[textOf(target.spec['type']).toLowerCase()] ?? null;
    if (!pattern && providers.has(target)) {
      const type = textOf(target.spec['type']);
      const message = this.#catalog.words.unknownApiType({ name: titleOf(target), type });
      this.#catalog.note('ignored', message, target);
    }
    for (const provider of providers.get(target) ?? []) {
      if (this.areTooMany) break;
      this.#add(provider, consumer, target, pattern);
    }
    return true;
  }

  #add(provider: Entity, consumer: Entity, over: Entity, pattern: FlowPattern | null): void {
    const from = this.#systems.idOf(provider);
    const to = this.#systems.idOf(consumer);
    const key = `${provider.ref} ${consumer.ref} ${over.ref}`;
    if (!from || !to || from === to || this.#known.has(key)) return;
    this.#known.add(key).add(`${provider.ref} ${consumer.ref}`);
    const isApi = over !== provider;
    const description = isApi ? textOf(over.metadata['description']) : '';
    this.records.push({
      id: this.#catalog.newId(),
      ...(isApi && { name: this.#catalog.bounded(titleOf(over), 'name', over) }),
      ...(description !== '' && { description: this.#catalog.bounded(description, 'description', over) }),
      from,
      to,
      ...(pattern && { pattern }),
      ext: { [backstageFormat]: isApi ? { api: over.ref } : { consumesApis: over.ref } },
      source: this.#catalog.source(over, `#${provider.ref}>${consumer.ref}`),
    });
  }

  #reportUnused(api: Entity, providers: Providers, consumed: ReadonlySet<Entity>): void {
    const isProvided = providers.has(api);
    if (isProvided && consumed.has(api)) return;
    const message = this.#catalog.words.unusedApi({ name: titleOf(api), isProvided });
    this.#catalog.note('ignored', message, api);
  }

  /** “X depends on Y” may mean that data goes from Y to X; a person has to say so. */
  #offer(entity: Entity): void {
    for (const reference of referencesOf(entity, 'dependsOn'))
      this.#offerFlow(entity, reference, 'dependsOn');
    for (const reference of referencesOf(entity, 'dependencyOf'))
      this.#offerFlow(entity, reference, 'dependencyOf');
  }

  #offerFlow(entity: Entity, reference: string, field: 'dependsOn' | 'dependencyOf'): void {
    if (this.areTooMany) return;
    const isForward = field === 'dependsOn';
    const other = this.#catalog.find(reference, ['component', 'resource'], entity);
    const otherId = this.#systems.idOf(other);
    const ownId = this.#systems.idOf(entity);
    if (!other || !otherId || !ownId) return this.#miss(entity, field, reference);
    const [provider, consumer] = isForward ? [other, entity] : [entity, other];
    const key = `${provider.ref} ${consumer.ref}`;
    if (otherId === ownId || this.#known.has(key)) return;
    this.#known.add(key);
    const id = this.#catalog.newId();
    const { words } = this.#catalog;
    const ends = { consumer: titleOf(consumer), provider: titleOf(provider) };
    const name = `${ends.provider} → ${ends.consumer}`;
    this.#catalog.note('ignored', words.offeredFlow(ends), entity);
    this.candidates.push({ id, kind: 'dataFlows', name, note: words.dependsOn(ends), suggested: false });
    this.records.push({
      id,
      from: isForward ? otherId : ownId,
      to: isForward ? ownId : otherId,
      ext: { [backstageFormat]: { [field]: true } },
      source: this.#catalog.source(entity, `#${provider.ref}>${consumer.ref}`),
    });
  }

  #miss(entity: Entity, how: keyof BackstageWords['missing'], reference: string): void {
    const message = this.#catalog.words.missing[how]({ name: titleOf(entity), reference });
    this.#catalog.note('ignored', message, entity);
  }
}
