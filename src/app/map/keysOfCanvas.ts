import { keysOf, type IntentId } from '../../commands/intents';
import { keyName, type KeyPress } from '../../canvas/keyboard/keyName';

/**
 * What the canvas makes and shows by one key. It does so wherever on the page the keyboard is (KEY-1): whoever has just
 * pressed a button need not go back to the canvas first. Keys that mean something everywhere (Enter, Delete, Escape,
 * arrows, those of the browser's own zoom) are not among them.
 */
const askedAnywhere = [
  'touchpoint.create',
  'stage.create',
  'system.create',
  'note.create',
  'transition.create',
  'usage.create',
  'data-flow.create',
  'owner.set',
  'stage.split',
  'stage.merge',
  'rulers.next',
  'paths.open',
  'walk.start',
  'tool.select',
  'tool.hand',
  'view.zoom-fit',
  'view.zoom-selection',
  'view.zoom-in',
  'view.zoom-out',
  'view.zoom-100',
] as const satisfies readonly IntentId[];

/** What a key pressed beside the canvas asks of it, if anything. */
export function canvasIntentOf(press: KeyPress): IntentId | null {
  const key = keyName(press);
  if (key.startsWith('Mod+')) return null;
  return askedAnywhere.find((id) => keysOf(id).includes(key)) ?? null;
}
