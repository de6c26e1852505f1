import type { AnyRecord, Kind } from '../../model/kinds';
import { patchedMap } from '../../model/patchedMap';
import { resolve, type Journey } from '../../model/resolve';
import { emptyTables, type Tables } from '../../model/tables';
import { analyse, type KeptAnalysis } from '../analyse';
import { withTrial } from '../trial';
import { patchOf, type AnalysisPatch } from './analysisPatch';
import { unpackRecords } from './packedRecords';
import {
  newsMessages,
  type FromWorker,
  type JudgeMessage,
  type RecordsMessage,
  type Subject,
  type ToWorker,
} from './protocol';

/**
 * The analysis away from the page: it has its own copy of the records, which messages keep as the page's are, and says
 * after each request only what is another than in its last answer (BG-1).
 *
 * @param send takes messages in order to whoever asks; nothing in them is changed afterwards.
 */
export function analysisHost(send: (message: FromWorker) => void): (message: ToWorker) => void {
  let tables: Tables = emptyTables();
  let journey: Journey = resolve(tables);
  let current: KeptAnalysis | null = null;
  let trial: KeptAnalysis | null = null;

  const tell = (
    revision: number,
    about: Subject,
    before: KeptAnalysis | null,
    after: KeptAnalysis,
  ): AnalysisPatch => {
    const { news, ...patch } = patchOf(before, after);
    for (const message of newsMessages(revision, about, news)) send(message);
    return patch;
  };
  const judge = ({ revision, today, trial: tried }: JudgeMessage): void => {
    journey = resolve(tables, journey);
    const now = analyse(journey, current ?? undefined, { today });
    const patch = tell(revision, 'current', current, now);
    current = now;
    if (tried === null) {
      trial = null;
      send({ type: 'judged', revision, current: patch, trial: null });
      return;
    }
    const base = trial === null ? 'current' : 'trial';
    const known = trial ?? now;
    const then = analyse(withTrial(journey, tried), known, { today });
    const trialPatch = tell(revision, 'trial', known, then);
    trial = then;
    send({ type: 'judged', revision, current: patch, trial: { base, patch: trialPatch } });
  };
  return (message) => {
    if (message.type === 'judge') judge(message);
    else tables = tablesAfter(tables, message);
  };
}

function tablesAfter(tables: Tables, { changed, gone, map }: RecordsMessage): Tables {
  const patches = new Map<Kind, Map<string, AnyRecord | undefined>>();
  const patchesOf = (kind: Kind): Map<string, AnyRecord | undefined> => {
    let known = patches.get(kind);
    if (!known) patches.set(kind, (known = new Map()));
    return known;
  };
  for (const packed of changed)
    for (const record of unpackRecords(packed)) patchesOf(packed.kind).set(record.id, record);
  for (const { kind, id } of gone) patchesOf(kind).set(id, undefined);
  const next: Record<string, unknown> = { ...tables, ...(map && { map }) };
  for (const [kind, records] of patches)
    next[kind] = patchedMap(tables[kind] as ReadonlyMap<string, AnyRecord>, records);
  return next as unknown as Tables;
}
