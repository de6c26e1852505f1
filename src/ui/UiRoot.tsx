import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';
import { LiveRegion } from './LiveRegion';
import { NoticeRegion } from './NoticeRegion';
import './base.css';

export interface UiRootProps {
  readonly children: ReactNode;
}

/** Goes around the whole app once: base styles, shared tooltip delay, notices and announcements. */
export function UiRoot({ children }: UiRootProps) {
  return (
    <Tooltip.Provider delay={500} closeDelay={0} timeout={300}>
      {children}
      <NoticeRegion />
      <LiveRegion />
    </Tooltip.Provider>
  );
}
