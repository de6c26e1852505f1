import { ViewportPortal } from '@xyflow/react';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Rect } from '../../layout/geometry';
import { derivedOf, useDerived } from '../../store/derived';
import { useJourney, useOpenMap, useView } from '../../store/openMap';
import { useLensSays } from '../../store/useLensSays';
import type { RecordRef } from '../../model/kinds';
import { rectOfRecord } from '../recordRect';
import { spokenMap, spokenName } from './spokenName';
import './FocusProxy.css';

/**
 * What has the keyboard on the canvas. The map is one tab stop: this element stands where the last selected record is
 * and says its name, whether the record itself is on the screen (mounted) or not. There are two of them in turn, since
 * screen readers speak when the focus moves, not when a name changes.
 */
export function FocusProxy() {
  const record = useView((view) => view.selection.at(-1) ?? null);
  const [turn, setTurn] = useState({ id: record?.id ?? null, active: 0 });
  if (turn.id !== (record?.id ?? null)) setTurn({ id: record?.id ?? null, active: 1 - turn.active });
  const { active } = turn;
  const elements = useRef<(HTMLDivElement | null)[]>([null, null]);
  const { presence } = useOpenMap();
  useLayoutEffect(() => {
    const other = elements.current[1 - active];
    const handOver = (): void => elements.current[active]?.focus({ preventScroll: true });
    if (document.activeElement === other) handOver();
    // What closes later may give the focus back to where it was before the turn.
    other?.addEventListener('focus', handOver);
    return () => other?.removeEventListener('focus', handOver);
  }, [active]);
  const selection = useView((view) => view.selection);
  useEffect(() => presence.selection(selection.map(({ id }) => id)), [presence, selection]);
  return (
    <ViewportPortal>
      {[0, 1].map((place) => (
        <Proxy
          key={place}
          isActive={place === active}
          record={place === active ? record : null}
          attach={(element) => {
            elements.current[place] = element;
          }}
        />
      ))}
    </ViewportPortal>
  );
}

interface ProxyProps {
  readonly isActive: boolean;
  readonly record: RecordRef | null;
  readonly attach: (element: HTMLDivElement | null) => void;
}

function Proxy({ isActive, record, attach }: ProxyProps) {
  const element = useRef<HTMLDivElement>(null);
  usePlaceOf(element, record?.id ?? null);
  const analysis = useDerived((state) => (isActive ? state.analysis : null));
  const lost = useView((view) => view.lost);
  const lens = useLensSays(record?.kind ?? 'notes', record?.id ?? '');
  const label = useJourney((journey) =>
    record ? spokenName(journey, analysis, record, lens) : spokenMap(journey, lost),
  );
  return (
    <div
      ref={(mounted) => {
        element.current = mounted;
        attach(mounted);
      }}
      className="focus-proxy"
      data-canvas-focus={isActive}
      data-kind={record?.kind}
      role="group"
      aria-label={isActive ? label : undefined}
      aria-hidden={isActive ? undefined : true}
      // The canvas is a widget of its own (role application): its one stop takes the keys.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={isActive ? 0 : -1}
    />
  );
}

/** Keeps an element where a record is shown; what it says is not asked for again with every move of what is dragged. */
function usePlaceOf(element: RefObject<HTMLElement | null>, id: string | null): void {
  const { mirror } = useOpenMap();
  useLayoutEffect(() => {
    const derived = derivedOf(mirror).store;
    let last: Rect | null = null;
    const place = (): void => {
      const rect = id === null ? null : rectOfRecord(derived.getState().shown, id);
      if (rect === last && rect !== null) return;
      last = rect;
      if (element.current) lay(element.current, rect);
    };
    place();
    return derived.subscribe((now, before) => {
      if (now.shown !== before.shown) place();
    });
  }, [element, mirror, id]);
}

function lay({ style }: HTMLElement, rect: Rect | null): void {
  style.transform = rect ? `translate(${rect.x}px, ${rect.y}px)` : '';
  style.width = rect ? `${rect.width}px` : '';
  style.height = rect ? `${rect.height}px` : '';
}
