import type { DocumentChange } from '../../doc/journeyDocument';
import type { Kind } from '../../model/kinds';
import type { Journey } from '../../model/resolve';
import { changeNews, type RecordNews } from '../../store/changeNews';
import type { OpenMap } from '../../store/openMap';
import { announcements } from '../../ui/announcements';
import { t } from '../../ui/i18n/t';
import { readsOthers } from './newsSetting';
import { movedText, newsText } from './newsText';

/** How long what others do is gathered before it is read out, ms: a workshop must not drown out one's own work. */
const othersMs = 3_000;
/** How long one's own is gathered, ms: one key may write several records. */
const ownMs = 60;

export interface NewsParts {
  readonly say: (text: string) => void;
  readonly readsOthers: () => boolean;
  /** Runs a function after some milliseconds; setTimeout in the browser. Returns the way to call it off. */
  readonly schedule: (run: () => void, ms: number) => () => void;
}

/** How the page says them. */
export const browserNews: NewsParts = {
  say: announcements.announce,
  readsOthers,
  schedule: (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * Says what became of the open map. One's own undoing, deleting and moving at once, since nothing else says them (what is
 * made has the keyboard and is read by its name); what others do gathered, as one sentence. Returns the way to stop.
 */
export function startSpokenNews({ mirror, journey }: OpenMap, parts: NewsParts): () => void {
  const others = gather(othersMs, parts.schedule, ({ before, records, map }) => {
    if (!parts.readsOthers()) return;
    const changes = newsText(changeNews(before, journey(), records), before, journey(), map);
    if (changes !== '') parts.say(t('news.others', { changes }));
  });
  const own = gather(ownMs, parts.schedule, ({ before, records, origin, map }) => {
    const news = changeNews(before, journey(), records);
    if (origin === 'edit') return sayOwn(news, before, journey(), parts.say);
    const changes = newsText(news, before, journey(), map);
    if (changes !== '') parts.say(t(origin === 'undo' ? 'news.undone' : 'news.redone', { changes }));
  });
  const stopListening = mirror.store.subscribe(({ change }, previous) => {
    if (change === null || change === previous.change) return;
    const origin = originName(change.origin);
    if (change.foreign && origin !== 'stored') others.add(previous.journey, change);
    else if (origin === 'edit' || origin === 'undo' || origin === 'redo') own.add(previous.journey, change);
  });
  return () => {
    stopListening();
    others.stop();
    own.stop();
  };
}

/** What is deleted, and where one thing that was moved is now; several are heard as the keyboard walks over them. */
function sayOwn(news: readonly RecordNews[], before: Journey, after: Journey, say: NewsParts['say']): void {
  const removed = news.filter(({ what }) => what === 'removed');
  if (removed.length > 0) return say(newsText(removed, before, after));
  const [first, ...rest] = news.filter(({ what }) => what === 'moved');
  const place = first && rest.length === 0 ? movedText(after, first.record) : null;
  if (place !== null) say(place);
}

interface Gathered {
  /** The map before the first change of the batch. */
  readonly before: Journey;
  readonly records: Map<Kind, Set<string>>;
  map: boolean;
  /** Name of the last change's origin. */
  origin: string | undefined;
}

/** Gathers changes for some time, from the first one on. What one more costs does not depend on how many there are. */
function gather(ms: number, schedule: NewsParts['schedule'], flush: (gathered: Gathered) => void) {
  let waiting: Gathered | null = null;
  let callOff: () => void = () => undefined;
  const begin = (before: Journey): Gathered => {
    callOff = schedule(() => {
      const gathered = waiting;
      waiting = null;
      if (gathered) flush(gathered);
    }, ms);
    return { before, records: new Map(), map: false, origin: undefined };
  };
  return {
    add(before: Journey, change: DocumentChange): void {
      waiting ??= begin(before);
      waiting.map ||= change.map;
      waiting.origin = originName(change.origin);
      for (const [kind, ids] of change.records) {
        const known = waiting.records.get(kind) ?? new Set();
        for (const id of ids) known.add(id);
        waiting.records.set(kind, known);
      }
    },
    stop: (): void => callOff(),
  };
}

function originName(origin: unknown): string | undefined {
  return (origin as { readonly name?: string } | null)?.name;
}
