import { CircleHelp, Unlink2 } from 'lucide-react';
import { useMemo, type CSSProperties } from 'react';
import { useDerived } from '../../store/derived';
import { useStoryLight } from '../../store/storyLight';
import { transitionLook } from '../edges/transitionLook';
import { threadOf, type Stretch, type Thread } from './threadOf';
import './StoryThread.css';

/** The part of the lit thread that runs under the cards: drop-lines. */
export function ThreadBelow() {
  return <ThreadPart isPart={({ kind }) => kind === 'drop'} />;
}

/** The part of the lit thread over the tracks: stations, tracks, flows, and the place where it tears. */
export function ThreadAbove() {
  const thread = useThread();
  const verdict = useStoryLight((shown) => shown?.story.verdict);
  if (!thread) return null;
  const Sign = verdict === 'unknown' ? CircleHelp : Unlink2;
  return (
    <>
      <ThreadPart isPart={({ kind }) => kind !== 'drop'} />
      <g className="thread" data-tone={toneOf(verdict)}>
        {thread.stations.map(({ id, x, y }) => (
          <circle key={id} className="thread-station" cx={x} cy={y} r={8.5} />
        ))}
        {thread.tear && (
          <g className="thread-tear">
            <circle cx={thread.tear.x} cy={thread.tear.y} r={13} />
            <Sign x={thread.tear.x - 8} y={thread.tear.y - 8} size={16} strokeWidth={2} />
          </g>
        )}
      </g>
    </>
  );
}

function ThreadPart({ isPart }: { readonly isPart: (stretch: Stretch) => boolean }) {
  const thread = useThread();
  const verdict = useStoryLight((shown) => shown?.story.verdict);
  const transition = useStoryLight((shown) => shown?.story.transition);
  if (!thread) return null;
  return (
    // Keyed by the step, so that the thread of another one is drawn from its beginning.
    <g key={transition} className="thread" data-tone={toneOf(verdict)} data-verdict={verdict}>
      {thread.stretches.map((stretch, order) =>
        isPart(stretch) ? (
          <path
            key={stretch.path}
            className="thread-stretch"
            data-kind={stretch.kind}
            d={stretch.path}
            pathLength={stretch.kind === 'gap' ? undefined : 1}
            style={{ '--order': order } as CSSProperties}
          />
        ) : null,
      )}
    </g>
  );
}

function useThread(): Thread | null {
  const story = useStoryLight((shown) => shown?.story ?? null);
  const geometry = useDerived((state) => (story ? state.shown : null));
  return useMemo(() => story && geometry && threadOf(geometry, story), [geometry, story]);
}

/** A whole thread shines; a torn one has the colour of its verdict. */
function toneOf(verdict: Parameters<typeof transitionLook>[0]): string {
  return verdict === 'carried' ? 'lit' : transitionLook(verdict).tone;
}
