import { emptyBundle } from '../../model/bundle';
import type { Entropy } from '../../model/ids';
import type { ImportCandidate } from '../candidates';
import type { ImportFile } from '../chosenFile';
import {
  importLimits,
  refuse,
  refusedEntry,
  type ImportResult,
  type Refusal,
  type ReportEntry,
} from '../importResult';
import { Catalog, referenceOf } from './catalog';
import { readEntities, titleOf, type Entity } from './entity';
import { Flows } from './importFlows';
import { Parties } from './importParties';
import { Systems } from './importSystems';
import { reportLocations } from './reportLocations';

/** Kinds that become records, or something on one; all others are reported. */
const readKinds: ReadonlySet<string> = new Set([
  'component',
  'resource',
  'system',
  'api',
  'group',
  'user',
  'domain',
  'location',
]);

/**
 * Imports the YAML files of a Backstage catalogue: systems, who owns them, and the flows over their APIs. References
 * are looked up across all files given. A file that cannot be read is refused in the report and the others are taken;
 * when nothing is left, the whole import is.
 */
export function importBackstage(
  files: readonly ImportFile[],
  { entropy }: { readonly entropy: Entropy },
): ImportResult & { readonly candidates: readonly ImportCandidate[] } {
  const entities: Entity[] = [];
  const report: ReportEntry[] = [];
  const refusals: Refusal[] = [];
  for (const file of files) {
    const read = readEntities(file.text, file.name);
    if (!read.ok) {
      refusals.push(read.refusal);
      report.push(refusedEntry(read.refusal));
      continue;
    }
    for (const entity of read.entities) entities.push(entity);
    for (const entry of read.report) report.push(entry);
  }
  const [refusal] = refusals;
  if (entities.length === 0 && refusal) return { ok: false, refusal, candidates: [] };
  if (entities.length > importLimits.recordsOfAKind) {
    const message = `These files hold ${entities.length} entities; at most ${importLimits.recordsOfAKind} can be read.`;
    return { ...refuse('too-many', message), candidates: [] };
  }
  const catalog = new Catalog(entities, entropy);
  const bundle = emptyBundle();
  const parties = new Parties(catalog);
  const systems = new Systems(catalog, parties);
  const flows = new Flows(catalog, systems);
  if (flows.areTooMany) return { ...tooManyFlows(files), candidates: [] };
  reportLocations(
    catalog,
    files.map(({ name }) => name),
  );
  reportOthers(catalog);
  bundle.parties = [...parties.records()];
  bundle.systems = [...systems.records()];
  bundle.assignments = systems.assignments;
  bundle.dataFlows = flows.records;
  for (const entry of catalog.report) report.push(entry);
  if (bundle.parties.length + bundle.systems.length === 0)
    return { ...nothingUsable(files, report), candidates: [] };
  return { ok: true, bundle, report, candidates: [...systems.candidates, ...flows.candidates] };
}

function tooManyFlows(files: readonly ImportFile[]) {
  const where = files.length === 1 ? (files[0]?.name ?? '') : `These ${files.length} files`;
  const makes = files.length === 1 ? 'makes' : 'make';
  const message = `${where} ${makes} more than ${importLimits.recordsOfAKind} data flows, counting every provider of an API with every consumer; that is more than a map can hold.`;
  return refuse('too-many', message, { pointer: 'dataFlows' });
}

function reportOthers(catalog: Catalog): void {
  for (const entity of catalog.all()) {
    if (readKinds.has(entity.kind.toLowerCase())) continue;
    const message = `“${titleOf(entity)}” is of the kind ${entity.kind}, which has no place in a map.`;
    catalog.note('ignored', message, entity);
  }
  const tagged = new Set(
    catalog.ofKind('system').map((system) => catalog.find(referenceOf(system, 'domain'), ['domain'], system)),
  );
  for (const domain of catalog.ofKind('domain')) {
    const fate = tagged.has(domain) ? 'became a tag of its systems' : 'has no system here to be a tag of';
    catalog.note('ignored', `The domain “${titleOf(domain)}” ${fate}; who owns it was not taken.`, domain);
  }
}

function nothingUsable(files: readonly ImportFile[], report: readonly ReportEntry[]) {
  const where = files.length === 1 ? (files[0]?.name ?? '') : `these ${files.length} files`;
  const why = report[0]?.message;
  const message = `There is no system, team or person in ${where}${why === undefined ? '.' : `: ${why}`}`;
  return refuse('empty', message, files[0] ? { file: files[0].name } : {});
}
