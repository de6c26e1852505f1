import type { LucideIcon } from 'lucide-react';
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { IconButton } from './IconButton';
import type { Side } from './Tooltip';
import './Toolbar.css';

export interface ToolbarButton {
  readonly type?: 'button' | undefined;
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly shortcut?: string | undefined;
  /** Given: a tool that is on or off. Left out: an action. */
  readonly pressed?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly onSelect: () => void;
}

export interface ToolbarSeparator {
  readonly type: 'separator';
  readonly id: string;
}

export type ToolbarItem = ToolbarButton | ToolbarSeparator;

export interface ToolbarProps {
  readonly label: string;
  readonly items: readonly ToolbarItem[];
  readonly orientation?: 'vertical' | 'horizontal' | undefined;
  readonly size?: 'm' | 'l' | undefined;
  readonly tooltipSide?: Side | undefined;
}

/** The tool rail: one tab stop, arrows go from tool to tool, Home and End to the ends (ARIA toolbar pattern). */
export function Toolbar({
  label,
  items,
  orientation = 'vertical',
  size = 'l',
  tooltipSide = orientation === 'vertical' ? 'right' : 'top',
}: ToolbarProps) {
  const root = useRef<HTMLDivElement>(null);
  const [visitedId, setVisitedId] = useState<string | null>(null);
  const buttons = items.filter((item) => item.type !== 'separator');
  const tabStop = (
    buttons.find(({ id }) => id === visitedId) ??
    buttons.find(({ pressed }) => pressed) ??
    buttons[0]
  )?.id;

  const keyDown = (event: KeyboardEvent): void => {
    const place = buttons.findIndex(({ id }) => id === tabStop);
    const next = buttons[nextPlace(event.key, orientation, place, buttons.length) ?? -1];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    setVisitedId(next.id);
    root.current?.querySelector<HTMLElement>(`[data-tool="${CSS.escape(next.id)}"]`)?.focus();
  };

  return (
    <div
      ref={root}
      className="ui-toolbar"
      role="toolbar"
      aria-label={label}
      aria-orientation={orientation}
      onKeyDown={keyDown}
    >
      {items.map((item) =>
        item.type === 'separator' ? (
          <span key={item.id} className="ui-toolbar-separator" role="separator" />
        ) : (
          <IconButton
            key={item.id}
            data-tool={item.id}
            label={item.label}
            icon={item.icon}
            shortcut={item.shortcut}
            size={size}
            pressed={item.pressed}
            // Stays focusable while disabled, so that arrows and the tooltip reach it (ARIA practices).
            aria-disabled={item.disabled || undefined}
            tabIndex={item.id === tabStop ? 0 : -1}
            tooltipSide={tooltipSide}
            onFocus={() => setVisitedId(item.id)}
            onClick={() => !item.disabled && item.onSelect()}
          />
        ),
      )}
    </div>
  );
}

function nextPlace(
  key: string,
  orientation: 'vertical' | 'horizontal',
  place: number,
  count: number,
): number | null {
  const [back, forward] = orientation === 'vertical' ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
  switch (key) {
    case back:
      return (place - 1 + count) % count;
    case forward:
      return (place + 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
