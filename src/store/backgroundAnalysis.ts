import { applyPatch, type AnalysisNews, type AnalysisPatch } from '../analysis/background/analysisPatch';
import { packRecords, type PackedRecords } from '../analysis/background/packedRecords';
import type {
  FromWorker,
  JudgedMessage,
  RecordsMessage,
  Subject,
  ToWorker,
} from '../analysis/background/protocol';
import type { Trial } from '../analysis/trial';
import type { Finding } from '../analysis/finding';
import type { Judgement } from '../analysis/verdict';
import { kinds, type AnyRecord, type Kind } from '../model/kinds';
import { changedKeys } from '../model/patchedMap';
import type { Journey } from '../model/resolve';
import { emptyTables, type Tables } from '../model/tables';
import { judgedAfter, type Judged } from './judged';

/** A line to whoever analyses away from the page. */
export interface AnalysisLine {
  post(message: ToWorker): void;
  close(): void;
}

/** Opens a line; null where that cannot be. `lost` is called when nothing more is to be expected. */
export type OpenAnalysisLine = (
  heard: (message: FromWorker) => void,
  lost: () => void,
) => AnalysisLine | null;

/** Runs work after so many ms; returns the way to call that off. */
export type After = (ms: number, work: () => void) => () => void;

/** What is to be judged. */
export interface JudgeRequest {
  readonly journey: Journey;
  readonly trial: Trial | null;
  /** The journey with the trial; the same as `journey` without one. */
  readonly drawn: Journey;
  readonly today: string | null;
}

/** What was found, and of what: by then the map may be further on. */
export interface JudgeAnswer {
  readonly request: JudgeRequest;
  readonly current: Judged;
  /** Null when nothing was tried. */
  readonly trial: Judged | null;
}

export interface BackgroundAnalysis {
  /** Asks for an answer. While one is on its way only the latest request waits: what lies between is skipped. */
  judge(request: JudgeRequest): void;
  stop(): void;
}

interface Flight {
  readonly request: JudgeRequest;
  readonly revision: number;
  readonly news: Readonly<Record<Subject, { judgements: Judgement[]; findings: Finding[] }>>;
}

/** So many records are sent at once, some milliseconds of work; more go one after the other with pauses between them. */
const mostAtOnce = 2_000;

/** Who says nothing for so long will not say anything any more, ms. */
const patienceMs = 60_000;

/**
 * Keeps a copy of the map's records up to date elsewhere and has it judged there (BG-1 … BG-4). The page sends what changed
 * and puts in place what is found otherwise.
 *
 * @param onAnswer gets every answer, in the order of the requests.
 * @param onLost is called once when there is nobody on the line any more; whoever asked judges here then.
 */
export function backgroundAnalysis(
  open: OpenAnalysisLine,
  after: After,
  { onAnswer, onLost }: { onAnswer: (answer: JudgeAnswer) => void; onLost: () => void },
): BackgroundAnalysis | null {
  let sent: Tables = emptyTables();
  let revision = 0;
  let flight: Flight | null = null;
  let waiting: JudgeRequest | null = null;
  let isOver = false;
  let current: Judged | null = null;
  let trial: Judged | null = null;
  let callOff = (): void => undefined;

  const stop = (): void => {
    isOver = true;
    callOff();
    line?.close();
  };
  const lose = (): void => {
    if (isOver) return;
    stop();
    onLost();
  };
  const wait = (ms: number, work: () => void): void => {
    callOff();
    callOff = after(ms, work);
  };
  const take = ({ current: patch, trial: tried }: JudgedMessage, { request, news }: Flight): void => {
    current = patched(current, patch, news.current, request.journey);
    const base = tried?.base === 'trial' ? trial : current;
    trial = tried && patched(base, tried.patch, news.trial, request.drawn);
    onAnswer({ request, current, trial });
  };
  const heard = (message: FromWorker): void => {
    if (isOver || flight === null || message.revision !== flight.revision) return;
    if (message.type === 'news') {
      wait(patienceMs, lose);
      const { judgements, findings } = JSON.parse(message.news) as AnalysisNews;
      flight.news[message.about].judgements.push(...judgements);
      flight.news[message.about].findings.push(...findings);
      return;
    }
    const landed = flight;
    flight = null;
    callOff();
    take(message, landed);
    sendNext();
  };
  const line = open(heard, lose);
  if (line === null) return null;

  const feed = (portions: Iterator<Portion>, going: Flight): void => {
    for (let next = portions.next(); !next.done; next = portions.next()) {
      line.post(next.value.message);
      if (next.value.isFull) return wait(0, () => feed(portions, going));
    }
    const { today, trial: tried } = going.request;
    line.post({ type: 'judge', revision: going.revision, today, trial: tried });
    wait(patienceMs, lose);
  };
  const sendNext = (): void => {
    if (isOver || flight !== null || waiting === null) return;
    const request = waiting;
    waiting = null;
    const noNews = (): Flight['news'][Subject] => ({ judgements: [], findings: [] });
    flight = { request, revision: ++revision, news: { current: noNews(), trial: noNews() } };
    const portions = recordsBetween(sent, request.journey.tables);
    sent = request.journey.tables;
    feed(portions, flight);
  };
  return {
    judge(request) {
      waiting = request;
      sendNext();
    },
    stop,
  };
}

function patched(before: Judged | null, patch: AnalysisPatch, news: AnalysisNews, journey: Journey): Judged {
  return judgedAfter(before, applyPatch(before?.analysis ?? null, patch, news, journey));
}

interface Portion {
  readonly message: RecordsMessage;
  /** Whether sending it was work enough for now. */
  readonly isFull: boolean;
}

/** What makes the second tables of the first, in messages of bearable length. */
function* recordsBetween(before: Tables, after: Tables): Generator<Portion> {
  let changed: PackedRecords[] = [];
  let gone: { kind: Kind; id: string }[] = [];
  let size = 0;
  for (const kind of kinds) {
    const stored = after[kind] as ReadonlyMap<string, AnyRecord>;
    let records: AnyRecord[] = [];
    for (const id of changedKeys(before[kind] as typeof stored, stored)) {
      const record = stored.get(id);
      if (record) records.push(record);
      else gone.push({ kind, id });
      size++;
      if (size < mostAtOnce) continue;
      if (records.length > 0) changed.push(packRecords(kind, records));
      yield { message: { type: 'records', changed, gone, map: null }, isFull: true };
      [changed, gone, records, size] = [[], [], [], 0];
    }
    if (records.length > 0) changed.push(packRecords(kind, records));
  }
  const map = before.map === after.map ? null : after.map;
  if (size > 0 || map) yield { message: { type: 'records', changed, gone, map }, isFull: false };
}
