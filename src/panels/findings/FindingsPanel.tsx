import { CircleCheck, FilterX, Handshake, Hourglass } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { Analysis } from '../../analysis/analyse';
import { useDerived } from '../../store/derived';
import { useOpenMap, useView } from '../../store/openMap';
import { everyFinding, type FindingsFilter } from '../../store/view';
import { announcements } from '../../ui/announcements';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { formatPercent } from '../../ui/i18n/format';
import { t } from '../../ui/i18n/t';
import { ProgressRing } from '../../ui/ProgressRing';
import { SidePanel } from '../../ui/SidePanel';
import { filterFindings } from './filterFindings';
import { FindingFilters } from './FindingFilters';
import { FindingList } from './FindingList';
import { useEscape } from '../../ui/useEscape';
import { useReturningFocus } from '../../ui/useReturningFocus';
import './findings.css';

/** Everything the map computes, ranked: what is amiss, what it means, where it is and what mends it. */
export function FindingsPanel({ onClose }: { readonly onClose: () => void }) {
  const analysis = useDerived((state) => state.analysis);
  const panelRef = useReturningFocus();
  useEscape(panelRef, onClose);
  useLightOff();
  return (
    <div ref={panelRef} className="findings" tabIndex={-1}>
      <SidePanel
        label={t('findings.title')}
        title={t('findings.title')}
        onClose={onClose}
        intro={analysis && <Score analysis={analysis} />}
      >
        {analysis ? (
          <Findings analysis={analysis} />
        ) : (
          <EmptyState icon={Hourglass} title={t('findings.computing')} headingLevel={3} />
        )}
      </SidePanel>
    </div>
  );
}

/** What a line lit up goes out with the list: an element that is gone tells nobody that it lost the pointer. */
function useLightOff(): void {
  const { view } = useOpenMap();
  useEffect(() => () => view.setState({ hover: null, pointedAt: null }), [view]);
}

function Score({ analysis }: { readonly analysis: Analysis }) {
  const { value, known, counted } = analysis.continuity.score;
  return (
    <div className="findings-score">
      <ProgressRing value={value} label={t('findings.carriedOn')} size={40} />
      <div>
        <div className="findings-value">
          {value === null ? t('findings.scoreUnknown') : t('findings.score', { share: formatPercent(value) })}
        </div>
        <div className="findings-coverage">{t('findings.coverage', { known, count: counted })}</div>
      </div>
    </div>
  );
}

const openWords = { count: 'findings.count', countOf: 'findings.countOf' } as const;
const acceptedWords = { count: 'findings.countAccepted', countOf: 'findings.countAcceptedOf' } as const;

function Findings({ analysis }: { readonly analysis: Analysis }) {
  const { view } = useOpenMap();
  const filter = useView(({ findings }) => findings ?? everyFinding);
  const setFilter = (findings: FindingsFilter): void => view.setState({ findings });
  // Typing and editing go first; a long list follows as soon as there is time.
  const shownFilter = useDeferredValue(filter);
  const shown = useDeferredValue(analysis);
  const { findings, countByKind } = useMemo(() => filterFindings(shown, shownFilter), [shown, shownFilter]);
  const total = shownFilter.state === 'open' ? shown.open.length : shown.accepted.length;
  const words = shownFilter.state === 'open' ? openWords : acceptedWords;
  const countText =
    findings.length === total
      ? t(words.count, { count: total })
      : t(words.countOf, { count: total, shown: findings.length });
  useAnnounced(shownFilter, countText);
  if (shown.findings.length === 0) return <NothingFound analysis={shown} />;
  return (
    <>
      <FindingFilters
        filter={filter}
        countByKind={countByKind}
        accepted={shown.accepted.length}
        onChange={setFilter}
      />
      <div className="findings-results">
        <p className="findings-count">{countText}</p>
        {total === 0 ? (
          <NoneInState state={shownFilter.state} accepted={shown.accepted.length} />
        ) : findings.length === 0 ? (
          <EmptyState
            icon={FilterX}
            title={t('findings.allHidden')}
            text={t('findings.allHiddenText')}
            headingLevel={3}
            action={
              <Button onClick={() => setFilter({ ...everyFinding, state: filter.state })}>
                {t('findings.showAll')}
              </Button>
            }
          />
        ) : (
          <FindingList findings={findings} analysis={shown} />
        )}
      </div>
    </>
  );
}

/** There are findings, but none that is open, or none that is accepted. */
function NoneInState({
  state,
  accepted,
}: {
  readonly state: FindingsFilter['state'];
  readonly accepted: number;
}) {
  return state === 'open' ? (
    <EmptyState
      icon={CircleCheck}
      title={t('findings.noneOpen')}
      text={t('findings.noneOpenText', { count: accepted })}
      headingLevel={3}
    />
  ) : (
    <EmptyState
      icon={Handshake}
      title={t('findings.noneAccepted')}
      text={t('findings.noneAcceptedText')}
      headingLevel={3}
    />
  );
}

/** Reads the number of findings out when the filter changes, not with every edit of anybody. */
function useAnnounced(filter: FindingsFilter, text: string): void {
  const said = useRef<FindingsFilter>(null);
  useEffect(() => {
    if (said.current === filter) return;
    said.current = filter;
    announcements.announce(text);
  }, [filter, text]);
}

/** Nothing found is only as much as the map says: how much that is stands beside it. */
function NothingFound({ analysis }: { readonly analysis: Analysis }) {
  const { known, counted } = analysis.continuity.score;
  return (
    <EmptyState
      icon={CircleCheck}
      title={t('findings.nothing')}
      text={
        counted === 0 ? t('findings.nothingToJudge') : t('findings.nothingText', { known, count: counted })
      }
      headingLevel={3}
    />
  );
}
