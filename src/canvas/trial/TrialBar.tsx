import { CalendarClock, ChevronDown, ChevronUp, FlaskConical, X } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type RefObject } from 'react';
import type { Analysis } from '../../analysis/analyse';
import type { Score } from '../../analysis/score';
import type { Trial } from '../../analysis/trial';
import { keepTrial } from '../../commands/keepTrial';
import { undo } from '../../commands/undoRedo';
import { derivedOf, isBehind, useDerived } from '../../store/derived';
import { useMirror, useOpenMap, type OpenMap } from '../../store/openMap';
import { stopTrying } from '../../store/trialSwitches';
import { announcements } from '../../ui/announcements';
import { Button } from '../../ui/Button';
import { formatPercent } from '../../ui/i18n/format';
import { t } from '../../ui/i18n/t';
import { notices } from '../../ui/notices';
import { useNoticeRoom } from '../../ui/useNoticeRoom';
import { useCanvasActions } from '../canvasActions';
import { differencesOf, type Differences } from './differences';
import { DifferenceList } from './DifferenceList';
import { switchNames, type SwitchName } from './switchNames';
import './trial.css';

/** What is being tried and what comes of it, over the strip; nothing while the map is shown as it is. */
export function TrialBar() {
  const trial = useDerived((state) => state.trial);
  const isFuture = useDerived((state) => state.isFuture);
  const before = useDerived((state) => state.current);
  const after = useDerived((state) => state.analysis);
  const isJudging = useDerived(isBehind);
  if (trial === null || before === null || after === null) return null;
  return <Bar trial={trial} isFuture={isFuture} before={before} after={after} isJudging={isJudging} />;
}

interface BarProps {
  readonly trial: Trial;
  readonly isFuture: boolean;
  readonly before: Analysis;
  readonly after: Analysis;
  /** Whether the difference is not known yet, or that of before the last change. */
  readonly isJudging: boolean;
}

function Bar({ trial, isFuture, before, after, isJudging }: BarProps) {
  useNoticeRoom(132);
  const openMap = useOpenMap();
  const { focusCanvas } = useCanvasActions();
  const isReadOnly = useMirror((mirror) => mirror.readOnly);
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  const differences = useMemo(() => differencesOf(before, after), [before, after]);
  // Nothing of the trial is known yet. After an edit the difference of before stands until the next is.
  const isUnknown = isJudging && after === before;
  const names = switchNames(trial, after.journey);
  const summary = t(isFuture ? 'trial.spokenFuture' : 'trial.spoken', {
    what: names.map(({ text }) => text).join(', '),
    result: [scoreText(differences), countText(differences)].join('. '),
  });
  useAnnounced(isJudging ? null : summary);
  const drop = (): void => {
    dropTrial(openMap, trial, isFuture);
    focusCanvas();
  };
  const keep = (): void => {
    keepIt(openMap, trial);
    focusCanvas();
  };
  const barRef = useRef<HTMLDivElement>(null);
  useOwnKeys(barRef, () => (isOpen ? setOpen(false) : drop()));
  const Icon = isFuture ? CalendarClock : FlaskConical;
  return (
    <div ref={barRef} className="trial" role="group" aria-label={t('trial.label')} aria-busy={isJudging}>
      {isOpen && <DifferenceList id={listId} differences={differences} />}
      <div className="trial-bar">
        <Icon size={16} aria-hidden className="trial-icon" />
        <strong>{t(isFuture ? 'trial.future' : 'trial.title')}</strong>
        {!isFuture && <Switches names={names} onRemove={(id) => stopTrying(openMap.mirror, id)} />}
        <span className="trial-score">{isUnknown ? t('trial.judging') : scoreText(differences)}</span>
        <Button
          size="s"
          variant="ghost"
          disabled={isUnknown}
          iconEnd={isOpen ? ChevronDown : ChevronUp}
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          {isUnknown ? t('trial.notYet') : countText(differences)}
        </Button>
        <span className="trial-buttons">
          {!isFuture && !isReadOnly && (
            <Button size="s" variant="primary" onClick={keep}>
              {t('trial.keep')}
            </Button>
          )}
          <Button size="s" onClick={drop}>
            {t(isFuture ? 'trial.today' : 'trial.drop')}
          </Button>
        </span>
      </div>
    </div>
  );
}

/** What is switched, each with the way to switch it back. */
function Switches({
  names,
  onRemove,
}: {
  readonly names: readonly SwitchName[];
  readonly onRemove: (id: string) => void;
}) {
  return (
    <ul className="trial-switches" aria-label={t('trial.switches')}>
      {names.map(({ id, text }) => (
        <li key={id}>
          <span dir="auto">{text}</span>
          {names.length > 1 && (
            <button type="button" aria-label={t('trial.remove', { what: text })} onClick={() => onRemove(id)}>
              <X size={12} aria-hidden />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function scoreOfText({ value }: Score): string {
  return value === null ? t('trial.noScore') : formatPercent(value);
}

/** The score before and after; the difference is that of the numbers shown. */
function scoreText({ comparison: { before, after } }: Differences): string {
  const ends = { before: scoreOfText(before), after: scoreOfText(after) };
  if (before.value === null || after.value === null) return t('trial.score', ends);
  const points = Math.round(after.value * 100) - Math.round(before.value * 100);
  if (points === 0) return t('trial.scoreSame', ends);
  const by = `${points > 0 ? '+' : '−'}${Math.abs(points)}`;
  return t('trial.scoreBy', { ...ends, by });
}

function countText({ worse, better, lines }: Differences): string {
  if (lines.length === 0) return t('trial.nothing');
  const parts = [
    worse > 0 && t('trial.worse', { count: worse }),
    better > 0 && t('trial.better', { count: better }),
  ].filter((part) => part !== false);
  return parts.length === 0 ? t('trial.others', { count: lines.length }) : parts.join(', ');
}

/** Plain keys pressed in the bar are not for the canvas below it; Escape closes what is open, then ends the trial. */
function useOwnKeys(barRef: RefObject<HTMLElement | null>, onEscape: () => void): void {
  useEffect(() => {
    const bar = barRef.current;
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      event.stopPropagation();
      if (event.key === 'Escape') onEscape();
    };
    bar?.addEventListener('keydown', onKey);
    return () => bar?.removeEventListener('keydown', onKey);
  }, [barRef, onEscape]);
}

/** Says what the trial comes to once that is known, and whenever it changes; null while it is not. */
function useAnnounced(text: string | null): void {
  const said = useRef('');
  useEffect(() => {
    if (text === null || said.current === text) return;
    said.current = text;
    announcements.announce(text);
  }, [text]);
}

function dropTrial(openMap: OpenMap, trial: Trial, isFuture: boolean): void {
  const { tryOut } = derivedOf(openMap.mirror);
  tryOut(null);
  if (isFuture) return announcements.announce(t('trial.backToToday'));
  notices.show({
    id: 'trial',
    text: t('trial.dropped'),
    action: { label: t('trial.again'), onSelect: () => tryOut(trial) },
  });
}

function keepIt(openMap: OpenMap, trial: Trial): void {
  const done = keepTrial.run(openMap, trial);
  derivedOf(openMap.mirror).tryOut(null);
  if (done.ok) {
    notices.show({
      id: 'trial',
      text: t('trial.kept', { count: done.value }),
      action: { label: t('ui.undo'), onSelect: () => undo.run(openMap) },
    });
  } else notices.show({ id: 'trial', text: t(`findings.refused.${done.reason}`), tone: 'late' });
}
