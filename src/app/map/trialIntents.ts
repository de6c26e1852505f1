import { derivedOf } from '../../store/derived';
import { noTrial, stopTrying, trialChoices, tryWith } from '../../store/trialSwitches';
import type { PageMap } from './MapPage';
import type { PageIntents } from './useWorkspaceIntents';

/** Trying out what is selected, and the map as it will be, on the canvas and beside the table alike. */
export function trialIntents({ mirror, view, journey }: PageMap): PageIntents {
  const choices = () => {
    const { trial, isFuture } = derivedOf(mirror).store.getState();
    const { selection } = view.getState();
    return trialChoices(journey(), isFuture ? noTrial : (trial ?? noTrial), selection);
  };
  return {
    'trial.without': () => tryWith(mirror, { off: choices().off }),
    'trial.with': () => tryWith(mirror, { on: choices().on }),
    'trial.stop': () => {
      for (const id of choices().tried) stopTrying(mirror, id);
    },
    'view.future': () => {
      const { isFuture } = derivedOf(mirror).store.getState();
      derivedOf(mirror).tryOut(isFuture ? null : 'future');
    },
  };
}
