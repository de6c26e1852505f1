import type { LensSays } from '../../analysis/lenses/lens';
import type { FlowLook } from '../edges/flowLook';
import { lensLook } from './lensLooks';

/** Marks that a flow shows on its label in place of its usual sign. */
const shown: ReadonlySet<LensSays['mark']> = new Set(['basis', 'personal', 'nobody', 'question', 'asked']);

/** How a flow is drawn once the lens had its say: the pattern of the line stays, sign and colour may be the lens's. */
export function lensFlowLook(look: FlowLook, { mark }: LensSays): FlowLook {
  if (!shown.has(mark)) return look;
  const { icon, tone } = lensLook(mark);
  return { ...look, icon, tone: tone === 'own' ? look.tone : tone };
}
