import type { PartyFunction } from '../../../model/records/party';

type Named = { readonly name: string };

/** What is said of Backstage catalogues, in English. */
export const backstageWords = {
  noEntity: ({ file }: { readonly file: string }) =>
    `${file} is YAML, but holds no Backstage catalogue entity.`,
  tooManyInFile: ({ file, count, limit }: TooMany & { readonly file: string }) =>
    `${file} has ${count} entities; at most ${limit} can be read.`,
  tooManyEntities: ({ count, limit }: TooMany) =>
    `These files hold ${count} entities; at most ${limit} can be read.`,
  tooManyFlows: ({ files, limit }: { readonly files: readonly string[]; readonly limit: number }) =>
    `${files.length === 1 ? `${files[0]} makes` : `These ${files.length} files make`} more than ${limit} data flows, counting every provider of an API with every consumer; that is more than a map can hold.`,
  /** @param why what the report says first, null when it says nothing */
  nothingUsable: ({ files, why }: { readonly files: readonly string[]; readonly why: string | null }) =>
    `There is no system, team or person in ${files.length === 1 ? files[0] : `these ${files.length} files`}${why === null ? '.' : `: ${why}`}`,
  notAnEntity: ({ line }: { readonly line: number }) =>
    `The part that begins in line ${line} is not a catalogue entity: it has no “kind” with “metadata” or “spec”.`,
  /** @param kind empty when it says none */
  unusable: ({ kind, line, why }: Unusable) => {
    const whys = {
      'no-kind': 'does not say what kind it is',
      template: 'is a template with placeholders, not an entity',
      'no-name': 'has no name',
    };
    return `The ${kind || 'entity'} in line ${line} ${whys[why]}.`;
  },
  twice: ({ ref }: { readonly ref: string }) => `${ref} is there twice; the first one was taken.`,
  cut: ({ what, name }: { readonly what: CutText; readonly name: string }) =>
    `The ${what} of “${name}” is too long and was cut.`,
  noPlace: ({ name, kind }: Named & { readonly kind: string }) =>
    `“${name}” is of the kind ${kind}, which has no place in a map.`,
  domain: ({ name, isTag }: Named & { readonly isTag: boolean }) =>
    `The domain “${name}” ${isTag ? 'became a tag of its systems' : 'has no system here to be a tag of'}; who owns it was not taken.`,
  misplaced: ({ name, keys }: Named & { readonly keys: readonly string[] }) =>
    `“${name}” has ${keys.join(', ')} outside “spec”, where the catalogue does not look; kept, not read.`,
  restTooLong: ({ name }: Named) => `What else “${name}” says is too long to be kept.`,
  unsafeLink: ({ name }: Named) => `A link of “${name}” is neither http(s) nor mailto and was left out.`,
  /** @param more how many are missing beside those listed */
  locations: ({ name, found, all, listed, more }: Locations) =>
    `“${name}” points at other files, of which ${found} of ${all} are in this import; not fetched: ${listed.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  /** Something an entity refers to that is not in the import, by how it refers to it. */
  missing: {
    provides: ({ name, reference }: Reference) =>
      `“${name}” provides the API “${reference}”, which is not in this import.`,
    consumes: ({ name, reference }: Reference) =>
      `“${name}” consumes the API “${reference}”, which is not in this import.`,
    dependsOn: ({ name, reference }: Reference) =>
      `“${name}” depends on “${reference}”, which is not in this import.`,
    dependencyOf: ({ name, reference }: Reference) =>
      `“${name}” is needed by “${reference}”, which is not in this import.`,
    partOf: ({ name, reference }: Reference) =>
      `“${name}” is part of “${reference}”, which is not in this import.`,
    belongsTo: ({ name, reference }: Reference) =>
      `“${name}” belongs to “${reference}”, which is not in this import.`,
  },
  notAReference: ({ name, reference }: Reference) => `“${reference}” of “${name}” is not a reference.`,
  madeUp: ({ name, type }: Named & { readonly type: 'team' | 'person' }) =>
    `“${name}” is not in this import; a ${type} of that name was made.`,
  guessedFunction: ({ name, of }: Named & { readonly of: PartyFunction }) =>
    `“${name}” was taken to belong to ${called(of)}.`,
  functionOfTeam: ({ name, of, team }: Named & { readonly of: PartyFunction; readonly team: string }) =>
    `“${name}” was taken to belong to ${called(of)}, as “${team}” does.`,
  severalTeams: ({
    name,
    first,
    others,
  }: Named & { readonly first: string; readonly others: readonly string[] }) =>
    `“${name}” is a member of several teams; only “${first}” was taken, not ${others.join(', ')}.`,
  /** @param type what it says it is, empty when it says nothing; @param read what it was read as, empty when left open */
  unknownType: ({ name, type, read }: Named & { readonly type: string; readonly read: string }) => {
    const said = type === '' ? 'does not say of which type it is' : `is of the unknown type “${type}”`;
    return `“${name}” ${said}; ${read === '' ? 'its kind was left open' : `it was read as “${read}”`}.`;
  },
  notSuggested: ({ name, type }: Named & { readonly type: string }) =>
    `“${name}” is a ${type}: offered, not taken unasked.`,
  unknownLifecycle: ({ name, lifecycle }: Named & { readonly lifecycle: string }) =>
    `The lifecycle “${lifecycle}” of “${name}” has no counterpart; it was kept, and none was set.`,
  consumesNoApi: ({ name, reference }: Reference) =>
    `“${name}” consumes “${reference}”, which is not an API; it was read as a flow from there.`,
  unknownApiType: ({ name, type }: Named & { readonly type: string }) =>
    `The API “${name}” is of the type “${type}”; how its data travels was left open.`,
  unusedApi: ({ name, isProvided }: Named & { readonly isProvided: boolean }) =>
    `The API “${name}” makes no data flow: nothing in this import ${isProvided ? 'consumes' : 'provides'} it.`,
  dependsOn: ({ consumer, provider }: Dependency) => `“${consumer}” depends on “${provider}”`,
  offeredFlow: ({ consumer, provider }: Dependency) =>
    `“${consumer}” depends on “${provider}”: offered as a data flow, not taken unasked.`,
  /** What links are called that an entity's annotations stand for. */
  links: { source: 'Source', catalogueFile: 'Catalogue file' },
};

/** What a language says of Backstage catalogues. */
export type BackstageWords = typeof backstageWords;

/** Texts of an entity that may be too long. */
export type CutText = 'name' | 'description' | 'type' | 'tag' | 'domain' | 'address';

/** A function in a sentence. */
function called(name: PartyFunction): string {
  return name === 'it' ? 'IT' : name;
}

interface TooMany {
  readonly count: number;
  readonly limit: number;
}

interface Unusable {
  readonly kind: string;
  readonly line: number;
  readonly why: 'no-kind' | 'template' | 'no-name';
}

interface Reference extends Named {
  readonly reference: string;
}

interface Locations extends Named {
  readonly found: number;
  readonly all: number;
  readonly listed: readonly string[];
  readonly more: number;
}

interface Dependency {
  readonly consumer: string;
  readonly provider: string;
}
