import { useEffect, useRef, type RefObject } from 'react';
import type { ViewMode } from '../../store/view';
import { browserProfile } from '../../sync/identity';
import { rememberStage } from '../stageMemory';

let isRemembered = false;

/**
 * Remembers where the canvas lies when a map opens, for the picture that is shown before the next one is there (PIC-11):
 * once for a page, since panels that are closed later are open again then.
 */
export function useStageMemory(mode: ViewMode): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const stage = box.current?.querySelector('.canvas-stage');
    if (!stage || isRemembered || mode !== 'canvas') return;
    isRemembered = true;
    rememberStage(browserProfile(), stage);
  }, [mode]);
  return box;
}
