import type { JourneyMap } from '../../model/records/map';
import type { Kind } from '../../model/kinds';
import type { Trial } from '../trial';
import type { AnalysisNews, AnalysisPatch } from './analysisPatch';
import type { PackedRecords } from './packedRecords';

/** Records that are new or another, and those that are not stored any more. */
export interface RecordsMessage {
  readonly type: 'records';
  readonly changed: readonly PackedRecords[];
  readonly gone: readonly { readonly kind: Kind; readonly id: string }[];
  /** Only when it is another. */
  readonly map: JourneyMap | null;
}

/** Asks for the analysis of all records sent so far. */
export interface JudgeMessage {
  readonly type: 'judge';
  /** Comes back with the answer. */
  readonly revision: number;
  readonly today: string | null;
  readonly trial: Trial | null;
}

/** What a worker is told. */
export type ToWorker = RecordsMessage | JudgeMessage;

/** Which of two analyses is spoken of: of the map as it is, or of a trial of it. */
export type Subject = 'current' | 'trial';

/** Some of what is new about one of them. Any number of these come before the answer. */
export interface NewsMessage {
  readonly type: 'news';
  readonly revision: number;
  readonly about: Subject;
  /** `AnalysisNews` as JSON: read in half the time that a structured clone takes, and cut so that no message is long. */
  readonly news: string;
}

/** The answer to one `JudgeMessage`. */
export interface JudgedMessage {
  readonly type: 'judged';
  readonly revision: number;
  readonly current: AnalysisPatch;
  /** `base`: to which of the analyses it is a patch. A trial begins as a patch of the current one, this answer's. */
  readonly trial: { readonly base: Subject; readonly patch: AnalysisPatch } | null;
}

/** What a worker says. */
export type FromWorker = NewsMessage | JudgedMessage;

/** So many judgements or findings travel in one message: some milliseconds of reading. */
const mostInOne = 500;

/** Cuts news into messages of bearable length. */
export function newsMessages(revision: number, about: Subject, news: AnalysisNews): readonly NewsMessage[] {
  const messages: NewsMessage[] = [];
  const longest = Math.max(news.judgements.length, news.findings.length);
  for (let start = 0; start < longest; start += mostInOne) {
    const part: AnalysisNews = {
      judgements: news.judgements.slice(start, start + mostInOne),
      findings: news.findings.slice(start, start + mostInOne),
    };
    messages.push({ type: 'news', revision, about, news: JSON.stringify(part) });
  }
  return messages;
}
