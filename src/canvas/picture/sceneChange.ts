import { isSameValue } from '../../layout/keepIdentity';
import { kinds } from '../../model/kinds';
import { changedKeys } from '../../model/patchedMap';
import type { Touchpoint } from '../../model/records/touchpoint';
import type { Journey } from '../../model/resolve';
import type { SceneSource } from './makeScene';

/** What of a scene is another than before: nothing, what is written on cards alone, or anything. */
export type SceneChange = 'nothing' | 'titles' | 'anything';

type World = SceneSource['world'];

/**
 * What a change of the world does to the scene. A colleague who types changes titles alone, which are not drawn at all
 * where they could not be read (PIC-3). Costs what changed.
 */
export function sceneChange(now: World, before: World): SceneChange {
  const isSame =
    now.shown === before.shown &&
    now.analysis?.continuity.judgements === before.analysis?.continuity.judgements &&
    now.findingsByRecord === before.findingsByRecord;
  if (!isSame) return 'anything';
  return now.journey === before.journey ? 'nothing' : journeyChange(now.journey, before.journey);
}

function journeyChange(now: Journey, before: Journey): SceneChange {
  const isElsewhere = kinds.some((kind) => kind !== 'touchpoints' && now[kind] !== before[kind]);
  if (isElsewhere || now.relations !== before.relations) return 'anything';
  const [titled, untitled] = [now.touchpoints.byId, before.touchpoints.byId];
  const changed = [...changedKeys(untitled, titled)];
  if (!changed.every((id) => differInTitle(titled.get(id), untitled.get(id)))) return 'anything';
  return changed.length > 0 ? 'titles' : 'nothing';
}

function differInTitle(a: Touchpoint | undefined, b: Touchpoint | undefined): boolean {
  return a !== undefined && b !== undefined && isSameValue({ ...a, title: '' }, { ...b, title: '' });
}
