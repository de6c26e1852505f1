import type { PointerEvent } from 'react';
import type { Point } from '../layout/geometry';
import { CanvasMenu } from './CanvasMenu';
import { ConnectionDrag } from './connect/ConnectionDrag';
import { ConnectPicker } from './connect/ConnectPicker';
import type { PickerRequest } from './connect/pickerRequest';
import { StageSpanDrag } from './tools/StageSpanDrag';

/** What is open over the canvas; one thing at a time. */
export type Overlay =
  | { readonly kind: 'menu'; readonly point: Point }
  | { readonly kind: 'picker'; readonly request: PickerRequest }
  | { readonly kind: 'stage'; readonly down: PointerEvent }
  | { readonly kind: 'connection'; readonly from: string; readonly down: PointerEvent };

export interface CanvasOverlaysProps {
  readonly overlay: Overlay | null;
  /** Takes away what is of this kind; false when it is gone already. */
  readonly onClose: (kind: Overlay['kind']) => boolean;
}

/** Draws what is open over the canvas. */
export function CanvasOverlays({ overlay, onClose }: CanvasOverlaysProps) {
  return (
    <>
      <CanvasMenu point={overlay?.kind === 'menu' ? overlay.point : null} onClose={() => onClose('menu')} />
      {overlay?.kind === 'picker' && (
        <ConnectPicker request={overlay.request} onClose={() => onClose('picker')} />
      )}
      {overlay?.kind === 'connection' && (
        <ConnectionDrag from={overlay.from} down={overlay.down} onEnd={() => onClose('connection')} />
      )}
      {overlay?.kind === 'stage' && <StageSpanDrag down={overlay.down} onEnd={() => onClose('stage')} />}
    </>
  );
}
