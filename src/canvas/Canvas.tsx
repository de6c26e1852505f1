import { ReactFlowProvider } from '@xyflow/react';
import { CanvasStage } from './CanvasStage';
import { LensLegend } from './lenses/LensLegend';
import { PathsPopover } from './paths/PathsPopover';
import { ToolRail } from './ToolRail';
import './canvas.css';

/** The map as a picture that is worked on directly. Lives inside an `OpenMapContext` and fills its parent. */
export function Canvas() {
  return (
    <div className="canvas">
      <ToolRail />
      <ReactFlowProvider>
        <CanvasStage />
      </ReactFlowProvider>
      <LensLegend />
      <PathsPopover />
    </div>
  );
}
