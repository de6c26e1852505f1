import type { IntentId } from '../../commands/intents';
import type { ArrangeWay } from '../../layout/tidy/tidyPlan';
import { fetched } from './fetched';
import type { PageMap } from './MapPage';
import type { PageIntents } from './useWorkspaceIntents';

type TidyIntent = Extract<IntentId, `tidy.${string}` | `align.${string}`>;

const ways: Readonly<Record<TidyIntent, ArrangeWay>> = {
  'tidy.evenly': 'evenly',
  'tidy.time': 'time',
  'tidy.untangle': 'untangle',
  'tidy.tracks': 'tracks',
  'align.left': 'left',
  'align.centre': 'centre',
  'align.right': 'right',
  'align.top': 'top',
  'align.middle': 'middle',
  'align.bottom': 'bottom',
  'align.rows': 'rows',
};

/** Tidying up, on the canvas and beside the table alike. It is fetched when it is asked for. */
export function tidyIntents(map: PageMap): PageIntents {
  const tidy = async (way: ArrangeWay): Promise<void> => {
    const code = await fetched(() => import('../../panels/tidy/tidyMap'));
    code?.tidyMap(map, way);
  };
  return Object.fromEntries(
    Object.entries(ways).map(([id, way]) => [id, () => void tidy(way)]),
  ) as PageIntents;
}
