import { ArrowRight, ChevronLeft, LogOut, RotateCcw, X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, type KeyboardEvent } from 'react';
import { mendedWalk, placeOf, waysOn, type Walk } from '../../analysis/walk';
import type { Transition } from '../../model/records/transition';
import { useDerived } from '../../store/derived';
import { useJourney, useOpenMap, useView } from '../../store/openMap';
import { announcements } from '../../ui/announcements';
import { Button } from '../../ui/Button';
import { t } from '../../ui/i18n/t';
import { IconButton } from '../../ui/IconButton';
import { useCanvasActions } from '../canvasActions';
import { endWalk, goTo, walkAgain, walkBack, walkOn } from './walkActions';
import { spokenWalk, wayText, walkWords } from './walkWords';
import './WalkBar.css';

/** The walk that is under way: where one is, the ways on, and the way out. It stands where the story strip stands. */
export function WalkBar({ walk }: { readonly walk: Walk }) {
  const openMap = useOpenMap();
  const { focusCanvas } = useCanvasActions();
  const journey = useJourney((now) => now);
  const analysis = useDerived((state) => state.analysis);
  const end = (): void => {
    endWalk(openMap);
    focusCanvas();
  };
  useMending(walk);
  useEscape(end);
  const ways = waysOn(journey, walk);
  const { place, more } = walkWords(journey, analysis, walk);
  const spoken = spokenWalk({ place, more });
  useEffect(() => {
    if (spoken !== '') announcements.announce(spoken);
  }, [spoken]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const [only, ...others] = ways;
    if (event.key === 'ArrowLeft') walkBack(openMap, walk);
    else if (event.key === 'ArrowRight' && only && others.length === 0) walkOn(openMap, walk, only);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // The bar is a group of buttons; arrows on any of them step along.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className="walk-bar" aria-label={t('walk.bar')} onKeyDown={onKeyDown}>
      <IconButton
        icon={ChevronLeft}
        label={t('walk.back')}
        tooltipSide="top"
        disabled={walk.trail.length < 2}
        onClick={() => walkBack(openMap, walk)}
      />
      <div className="walk-words">
        <strong dir="auto">{place}</strong>
        <span className="walk-more">{more}</span>
      </div>
      <Ways key={walk.trail.length} walk={walk} ways={ways} />
      <IconButton icon={X} label={t('walk.end')} shortcut="Escape" tooltipSide="top" onClick={end} />
    </section>
  );
}

/** The ways on, or the end. Made anew at each place, with the keyboard on the likeliest, so that Enter alone walks the journey. */
function Ways({ walk, ways }: { readonly walk: Walk; readonly ways: readonly Transition[] }) {
  const openMap = useOpenMap();
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    group.current?.querySelector<HTMLElement>('[data-walk="on"]')?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="walk-ways" role="group" aria-label={t('walk.choose')} ref={group}>
      {ways.map((way, place) => (
        <Way key={way.id} way={way} isFirst={place === 0} onGo={() => walkOn(openMap, walk, way)} />
      ))}
      {ways.length === 0 && (
        <>
          {placeOf(walk).touchpoint !== null && <span className="walk-arrived">{t('walk.arrived')}</span>}
          <Button size="s" icon={RotateCcw} data-walk="on" onClick={() => walkAgain(openMap, walk)}>
            {t('walk.again')}
          </Button>
        </>
      )}
    </div>
  );
}

interface WayProps {
  readonly way: Transition;
  readonly isFirst: boolean;
  readonly onGo: () => void;
}

function Way({ way, isFirst, onGo }: WayProps) {
  const journey = useJourney((now) => now);
  return (
    <Button
      size="s"
      variant={isFirst ? 'primary' : 'secondary'}
      icon={way.kind === 'drop-out' ? LogOut : ArrowRight}
      data-walk={isFirst ? 'on' : undefined}
      onClick={onGo}
    >
      {wayText(journey, way)}
    </Button>
  );
}

/** Steps back when somebody takes away what one stands on. */
function useMending(walk: Walk): void {
  const openMap = useOpenMap();
  const journey = useJourney((now) => now);
  useEffect(() => {
    const mended = mendedWalk(journey, walk);
    if (mended === null) endWalk(openMap);
    else if (mended !== walk) goTo(openMap, mended);
  }, [journey, walk, openMap]);
}

/** Escape ends the walk wherever the keyboard is, unless something over the map wants it first. */
function useEscape(end: () => void): void {
  const onEscape = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (document.querySelector('[role=dialog], [role=menu], [role=listbox]')) return;
    if (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]')) return;
    event.preventDefault();
    event.stopPropagation();
    end();
  });
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent): void => onEscape(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}

/** The walk, if there is one under way. */
export function useWalk(): Walk | null {
  return useView((view) => view.walk);
}
