import { analysisHost } from '../../../src/analysis/background/analysisHost';
import type { FromWorker, ToWorker } from '../../../src/analysis/background/protocol';
import {
  backgroundAnalysis,
  type JudgeAnswer,
  type JudgeRequest,
} from '../../../src/store/backgroundAnalysis';

/** The analysis elsewhere without a worker: messages are copied as they would be on the way, and arrive at once. */
export function directBackground(): {
  readonly ask: (request: JudgeRequest) => JudgeAnswer;
  readonly said: FromWorker[];
} {
  let last: JudgeAnswer | null = null;
  const said: FromWorker[] = [];
  const background = backgroundAnalysis(
    (heard) => {
      const host = analysisHost((message) => {
        said.push(message);
        heard(structuredClone(message));
      });
      return { post: (message: ToWorker) => host(structuredClone(message)), close: () => undefined };
    },
    // Pauses between messages take no time; nobody runs out of patience.
    (ms, work) => {
      if (ms === 0) work();
      return () => undefined;
    },
    {
      onAnswer: (answer) => {
        last = answer;
      },
      onLost: () => {
        throw new Error('nobody is on the line');
      },
    },
  );
  return {
    said,
    ask(request) {
      last = null;
      background?.judge(request);
      if (last === null) throw new Error('there is no answer');
      return last;
    },
  };
}
