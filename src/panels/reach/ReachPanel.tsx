import { CircleCheck, CircleDashed, Lock } from 'lucide-react';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { DataObject } from '../../model/records/dataObject';
import { namesIn } from '../../analysis/sentences';
import { useJourney, useOpenMap, useView } from '../../store/openMap';
import { hideReach, type Reach } from '../../store/reach';
import { focusRequest, light } from '../../store/view';
import { spokenSentences } from '../../store/spokenSentences';
import { Chip } from '../../ui/Chip';
import { EmptyState } from '../../ui/EmptyState';
import { t } from '../../ui/i18n/t';
import { notices } from '../../ui/notices';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { SidePanel } from '../../ui/SidePanel';
import { useEscape } from '../../ui/useEscape';
import { useReturningFocus } from '../../ui/useReturningFocus';
import { ReachGroups } from './ReachGroups';
import { flowName, reachOf, type ReachList } from './reachOf';
import './reach.css';

/** What depends on a record, or the way of a data object: listed here and lit on the map, as it is right now. */
export function ReachPanel() {
  const { view } = useOpenMap();
  const reach = useView((state) => state.reach);
  const close = useCallback((): void => hideReach(view), [view]);
  const panelRef = useReturningFocus();
  useEscape(panelRef, close);
  // Where what opened it is gone too (a button of the details), the map takes the keyboard.
  useEffect(
    () => () => {
      if (document.activeElement === document.body) view.setState({ intentRequest: focusRequest });
    },
    [view],
  );
  return (
    <div ref={panelRef} className="reach" tabIndex={-1}>
      {reach && <Reached key={reach.record.id} reach={reach} onClose={close} />}
    </div>
  );
}

function Reached({ reach, onClose }: { readonly reach: Reach; readonly onClose: () => void }) {
  const { kind, id } = reach.record;
  const { view } = useOpenMap();
  const journey = useDeferredValue(useJourney((state) => state));
  const list = useMemo(() => reachOf(journey, reach), [journey, reach]);
  const name = useKeptName(id);
  useLit(list);
  useGone(reach, name);
  const item = useJourney((state) => (kind === 'dataObjects' ? state.dataObjects.byId.get(id) : undefined));
  const isWay = reach.mode === 'lineage';
  return (
    <SidePanel
      label={t('reach.show')}
      eyebrow={t(`model.kind.${kind}`)}
      title={isWay ? t('reach.wayTitle', { name }) : t('reach.title', { name })}
      onClose={onClose}
      intro={
        <>
          {item && <Sensitivity item={item} />}
          {list && list.summary !== '' && <p>{list.summary}</p>}
          {kind === 'dataObjects' && (
            <SegmentedControl
              label={t('reach.mode')}
              size="s"
              value={reach.mode}
              options={[
                { value: 'lineage', label: t('reach.lineage') },
                { value: 'dependents', label: t('reach.dependents') },
              ]}
              onChange={(mode) => view.setState({ reach: { ...reach, mode } })}
            />
          )}
        </>
      }
    >
      {list && list.groups.length > 0 ? (
        <ReachGroups groups={list.groups} lit={list.lit} />
      ) : (
        <EmptyState
          icon={isWay ? CircleDashed : CircleCheck}
          title={isWay ? t('reach.noWay') : t('reach.nothing')}
          text={isWay ? t('reach.noWayText') : t('reach.nothingText')}
          headingLevel={3}
        />
      )}
    </SidePanel>
  );
}

function Sensitivity({ item }: { readonly item: DataObject }) {
  if (!item.personal && !item.specialCategory) return null;
  return (
    <div className="reach-chips">
      <Chip icon={Lock} tone={item.specialCategory ? 'danger' : 'late'}>
        {item.specialCategory ? t('reach.special') : t('reach.personal')}
      </Chip>
    </div>
  );
}

/** Lights what is listed up for as long as it is. */
function useLit(list: ReachList | null): void {
  const { view } = useOpenMap();
  useEffect(() => {
    light(view, 'impact', list && { ids: list.lit, dimsRest: true });
  }, [view, list]);
  useEffect(() => () => light(view, 'impact', null), [view]);
}

/** Its name, also once it is deleted. */
function useKeptName(id: string): string {
  const now = useJourney((journey) => {
    if (journey.dataFlows.byId.has(id)) return flowName(journey, id);
    return namesIn(journey, spokenSentences()).of(id);
  });
  const isThere = useJourney((journey) =>
    [journey.touchpoints, journey.systems, journey.dataFlows, journey.parties, journey.dataObjects].some(
      ({ byId }) => byId.has(id),
    ),
  );
  const [kept, setKept] = useState(now);
  if (isThere && kept !== now) setKept(now);
  return isThere ? now : kept;
}

/** Once what was asked about is deleted, by whomever, there is nothing left to show: the panel says so and goes. */
function useGone({ record: { kind, id } }: Reach, name: string): void {
  const { view } = useOpenMap();
  const isGone = useJourney((journey) => !journey[kind].byId.has(id));
  const isSaid = useRef(false);
  useEffect(() => {
    if (!isGone || isSaid.current) return;
    isSaid.current = true;
    notices.show({ id: 'reach-gone', text: t('reach.gone', { name }) });
    hideReach(view);
  }, [isGone, name, view]);
}
