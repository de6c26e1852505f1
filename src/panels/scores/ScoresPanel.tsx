import { Hourglass, ListChecks } from 'lucide-react';
import { useCallback, useDeferredValue, useEffect, useMemo } from 'react';
import type { Analysis } from '../../analysis/analyse';
import { scoreParts, type ScorePart, type ScoreParts } from '../../analysis/scoreParts';
import { useDerived } from '../../store/derived';
import { useOpenMap } from '../../store/openMap';
import { everyFinding, focusRequest } from '../../store/view';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Section } from '../../ui/Section';
import { SidePanel } from '../../ui/SidePanel';
import { t } from '../../ui/i18n/t';
import { useEscape } from '../../ui/useEscape';
import { useReturningFocus } from '../../ui/useReturningFocus';
import { ScoreRow } from './ScoreRow';
import './scores.css';

/** The score of the map, of every persona and of every stage, as the map (or what is tried) is right now. */
export function ScoresPanel() {
  const { view } = useOpenMap();
  const analysis = useDerived((state) => state.analysis);
  const close = useCallback((): void => view.setState({ scores: false }), [view]);
  const panelRef = useReturningFocus();
  useEscape(panelRef, close);
  // Where what opened it is gone too, the map takes the keyboard.
  useEffect(
    () => () => {
      if (document.activeElement === document.body) view.setState({ intentRequest: focusRequest });
    },
    [view],
  );
  return (
    <div ref={panelRef} className="scores" tabIndex={-1}>
      <SidePanel
        label={t('scores.title')}
        title={t('scores.title')}
        onClose={close}
        intro={<p className="scores-hint">{t('scores.hint')}</p>}
      >
        {analysis ? (
          <Parts analysis={analysis} />
        ) : (
          <EmptyState icon={Hourglass} title={t('findings.computing')} headingLevel={3} />
        )}
      </SidePanel>
    </div>
  );
}

function Parts({ analysis }: { readonly analysis: Analysis }) {
  const { view } = useOpenMap();
  // Typing and editing go first; the scores follow as soon as there is time.
  const shown = useDeferredValue(analysis);
  const today = useDeferredValue(useDerived(({ trial, current }) => (trial === null ? null : current)));
  const { map, personas, rulers } = useMemo(() => scoreParts(shown), [shown]);
  const before = useMemo(() => beforeOf(today && scoreParts(today)), [today]);
  const { journey, open } = shown;
  const row = (part: ScorePart) => (
    <ScoreRow key={keyOf(part)} part={part} journey={journey} before={before?.get(keyOf(part)) ?? null} />
  );
  return (
    <>
      <ul className="scores-list" aria-label={t('scores.map')}>
        {row(map)}
      </ul>
      {open.length > 0 ? (
        <Button icon={ListChecks} size="s" onClick={() => view.setState({ findings: everyFinding })}>
          {t('scores.allFindings', { count: open.length })}
        </Button>
      ) : (
        <p className="scores-note">{t('scores.noFindings')}</p>
      )}
      <Section title={t('scores.personas')}>
        {personas.length > 0 ? (
          <ul className="scores-list" aria-label={t('scores.personas')}>
            {personas.map(row)}
          </ul>
        ) : (
          <p className="scores-note">{t('scores.noPersonas')}</p>
        )}
      </Section>
      {rulers.map(({ ruler, stages }) => {
        const name = rulers.length > 1 ? journey.rulers.byId.get(ruler ?? '')?.name.trim() : '';
        const title = name ? t('scores.stagesOf', { name }) : t('scores.stages');
        return (
          <Section key={ruler} title={title}>
            <ul className="scores-list" aria-label={title}>
              {stages.map(row)}
            </ul>
          </Section>
        );
      })}
      {rulers.length === 0 && (
        <Section title={t('scores.stages')}>
          <p className="scores-note">{t('scores.noStages')}</p>
        </Section>
      )}
    </>
  );
}

function keyOf({ scope }: ScorePart): string {
  return scope.persona ?? scope.stage ?? '';
}

/** Every part as it is without the trial, by its key; null while nothing is tried. */
function beforeOf(parts: ScoreParts | null): ReadonlyMap<string, ScorePart> | null {
  if (parts === null) return null;
  const all = [parts.map, ...parts.personas, ...parts.rulers.flatMap(({ stages }) => stages)];
  return new Map(all.map((part) => [keyOf(part), part]));
}
