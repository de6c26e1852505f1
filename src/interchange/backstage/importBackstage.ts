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
import type { BackstageWords } from '../words/en/backstageWords';
import type { ImportWords } from '../words/importWords';
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
  { entropy, words }: { readonly entropy: Entropy; readonly words: ImportWords },
): ImportResult & { readonly candidates: readonly ImportCandidate[] } {
  const entities: Entity[] = [];
  const report: ReportEntry[] = [];
  const refusals: Refusal[] = [];
  for (const file of files) {
    const read = readEntities(file.text, file.name, words);
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
  const count = entities.length;
  const limit = importLimits.recordsOfAKind;
  if (count > limit)
    return { ...refuse('too-many', words.backstage.tooManyEntities({ count, limit })), candidates: [] };
  const catalog = new Catalog(entities, entropy, words.backstage);
  const bundle = emptyBundle();
  const parties = new Parties(catalog);
  const systems = new Systems(catalog, parties);
  const flows = new Flows(catalog, systems);
  const names = files.map(({ name }) => name);
  if (flows.areTooMany) {
    const message = words.backstage.tooManyFlows({ files: names, limit });
    return { ...refuse('too-many', message, { pointer: 'dataFlows' }), candidates: [] };
  }
  reportLocations(catalog, names);
  reportOthers(catalog);
  bundle.parties = [...parties.records()];
  bundle.systems = [...systems.records()];
  bundle.assignments = systems.assignments;
  bundle.dataFlows = flows.records;
  for (const entry of catalog.report) report.push(entry);
  if (bundle.parties.length + bundle.systems.length === 0)
    return { ...nothingUsable(names, report, words.backstage), candidates: [] };
  return { ok: true, bundle, report, candidates: [...systems.candidates, ...flows.candidates] };
}

function reportOthers(catalog: Catalog): void {
  for (const entity of catalog.all()) {
    if (readKinds.has(entity.kind.toLowerCase())) continue;
    const message = catalog.words.noPlace({ name: titleOf(entity), kind: entity.kind });
    catalog.note('ignored', message, entity);
  }
  const tagged = new Set(
    catalog.ofKind('system').map((system) => catalog.find(referenceOf(system, 'domain'), ['domain'], system)),
  );
  for (const domain of catalog.ofKind('domain')) {
    const message = catalog.words.domain({ name: titleOf(domain), isTag: tagged.has(domain) });
    catalog.note('ignored', message, domain);
  }
}

function nothingUsable(files: readonly string[], report: readonly ReportEntry[], words: BackstageWords) {
  const message = words.nothingUsable({ files, why: report[0]?.message ?? null });
  return refuse('empty', message, files[0] === undefined ? {} : { file: files[0] });
}
