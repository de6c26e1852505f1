import { analyse, type KeptAnalysis } from '../analysis/analyse';
import type { Journey } from '../model/resolve';
import {
  backgroundAnalysis,
  type After,
  type BackgroundAnalysis,
  type JudgeAnswer,
  type JudgeRequest,
  type OpenAnalysisLine,
} from './backgroundAnalysis';
import { judged, type Judged } from './judged';

/** Up to this many steps and flows a journey is judged at once; larger ones away from the page. */
const judgedAtOnce = 600;

/** What judging needs of its surroundings. */
export interface JudgingMeans {
  /** Runs work once the screen shows the change; in a browser that is after the next frame. */
  readonly later: (work: () => void) => void;
  readonly after: After;
  /** Starts what judges large maps. Where it cannot be started, or breaks off, they are judged here, `later`. */
  readonly open: OpenAnalysisLine;
  /** Runs work when the map can be worked on, and the first cards no longer compete with it; at once if not given. */
  readonly opened?: (work: () => void) => void;
}

export interface Judging {
  /** Has this judged: at once on a small map, else as soon as can be. The latest request counts. */
  follow(request: JudgeRequest): void;
  stop(): void;
}

/**
 * Finds what is amiss in a journey and in a trial of it, after every change.
 * @param onJudged gets what is found of the map as it is, and of what is drawn; the same without a trial. Either may be
 *   of an earlier state than the one asked for last: their analyses name the journeys they are of.
 */
export function createJudging(
  { later, after, open, opened = (work) => work() }: JudgingMeans,
  onJudged: (current: Judged, shown: Judged) => void,
): Judging {
  let asked: JudgeRequest | null = null;
  let isWaiting = false;
  let isLost = false;
  let isStarting = false;
  let isOver = false;
  let elsewhere: BackgroundAnalysis | null = null;
  let answer: JudgeAnswer | null = null;
  let current: Judged<KeptAnalysis> | null = null;
  let shown: Judged<KeptAnalysis> | null = null;

  const judgeHere = (): void => {
    isWaiting = false;
    if (asked === null || isOver) return;
    const { journey, drawn, trial, today } = asked;
    current = judged(analyse(journey, current?.analysis, { today }), current);
    const last = shown ?? current;
    shown = trial === null ? current : judged(analyse(drawn, last.analysis, { today }), last);
    onJudged(current, shown);
  };
  const judgeHereLater = (): void => {
    if (!isWaiting) later(judgeHere);
    isWaiting = true;
  };
  const tell = (): void => {
    if (answer === null) return;
    onJudged(answer.current, (asked?.trial && answer.trial) ?? answer.current);
  };
  const start = (): BackgroundAnalysis | null => {
    // What is kept here for the next time is of no use any more.
    current = shown = null;
    return backgroundAnalysis(open, after, {
      onAnswer: (next) => {
        answer = next;
        tell();
      },
      onLost: () => {
        elsewhere = null;
        isLost = true;
        judgeHereLater();
      },
    });
  };
  const startElsewhere = (): void => {
    isStarting = false;
    if (isOver || asked === null) return;
    elsewhere = start();
    isLost = elsewhere === null;
    follow(asked);
  };
  const follow = (request: JudgeRequest): void => {
    asked = request;
    // What has begun to start takes the latest request.
    if (isStarting) return;
    if (elsewhere === null && isSmall(request.drawn)) return judgeHere();
    if (elsewhere === null && !isLost) {
      isStarting = true;
      return opened(startElsewhere);
    }
    if (elsewhere === null) return judgeHereLater();
    // A trial that is over needs no answer.
    if (request.trial === null) tell();
    elsewhere.judge(request);
  };
  return {
    follow,
    stop() {
      isOver = true;
      elsewhere?.stop();
    },
  };
}

function isSmall(journey: Journey): boolean {
  return journey.transitions.all.length + journey.dataFlows.all.length <= judgedAtOnce;
}
