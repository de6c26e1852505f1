import { useMemo } from 'react';
import { acceptanceOf } from '../../analysis/acceptedFindings';
import type { Finding } from '../../analysis/finding';
import { fixOf, type Fix } from '../../analysis/fixOf';
import { placesOfFinding } from '../../analysis/placesOfFinding';
import { acceptFinding, reopenFinding } from '../../commands/acceptFinding';
import type { CommandRefusal } from '../../commands/command';
import { undo } from '../../commands/undoRedo';
import type { Kind, RecordRef } from '../../model/kinds';
import type { Acceptance } from '../../model/records/acceptance';
import type { Journey } from '../../model/resolve';
import { derivedOf } from '../../store/derived';
import { tryWith } from '../../store/trialSwitches';
import { useOpenMap, type OpenMap } from '../../store/openMap';
import { t } from '../../ui/i18n/t';
import { notices } from '../../ui/notices';
import { fixLabel } from './fixLabels';
import { trialOf } from './trialOf';
import { runFix, type FixChoice } from './runFix';

/** What the list does with a finding, by its id. All of it works on the map as it is when it is called. */
export interface FindingActions {
  /** The finding as it is now; null once it is gone. */
  readonly find: (id: string) => Finding | null;
  /** Selects what it is about and brings it into view; the keyboard stays in the list. */
  readonly jump: (id: string) => void;
  /** Shows the record it is about with all its fields, in place of the list. */
  readonly showDetails: (id: string) => void;
  /** Lights what it is about up on the canvas; null lets go. */
  readonly light: (id: string | null) => void;
  /** What mends it now; null once it is gone or nothing does. */
  readonly fixOf: (id: string) => Fix | null;
  /** Does what mends a finding and says so, with a way to take it back. `said` is the choice in words. */
  readonly mend: (id: string, choice?: FixChoice, said?: string) => void;
  /** Tries what would mend it, without changing the map. */
  readonly tryOut: (id: string) => void;
  /** Accepts a finding as it is now, and says so. */
  readonly accept: (id: string, words: AcceptanceWords) => void;
  /** Takes its acceptance back: it is open again. */
  readonly reopen: (id: string) => void;
}

/** What is said when a finding is accepted. */
export type AcceptanceWords = Pick<Acceptance, 'reason' | 'until' | 'acceptedBy'>;

/** The actions on findings of the open map; the same object as long as the map is open. */
export function useFindingActions(): FindingActions {
  const openMap = useOpenMap();
  return useMemo(() => actionsOn(openMap), [openMap]);
}

/** Kinds of records that have a place on the canvas, to which the camera can go. */
const drawn: ReadonlySet<Kind> = new Set([
  'touchpoints',
  'stages',
  'transitions',
  'systems',
  'dataFlows',
  'notes',
]);

function actionsOn(openMap: OpenMap): FindingActions {
  const { view } = openMap;
  const find = (id: string): Finding | null => {
    const findings = derivedOf(openMap.mirror).store.getState().analysis?.findings ?? [];
    return findings.find((one) => one.id === id) ?? null;
  };
  const drawnJourney = (): Journey => derivedOf(openMap.mirror).store.getState().journey;
  const place = (id: string): RecordRef | null => {
    const records = find(id)?.records ?? [];
    return records.find(({ kind }) => drawn.has(kind)) ?? records[0] ?? null;
  };
  return {
    find,
    jump: (id) => {
      const record = place(id);
      if (record) view.setState({ selection: [record], cameraRequest: { kind: 'record', record } });
    },
    showDetails: (id) => {
      const record = find(id)?.records[0];
      view.setState({
        findings: null,
        scores: false,
        inspectorOpen: true,
        selection: record ? [record] : [],
      });
    },
    light: (id) => {
      const finding = id === null ? null : find(id);
      const hover = id === null ? null : place(id);
      const places =
        finding && hover?.kind !== 'transitions' ? placesOfFinding(finding, drawnJourney()) : null;
      view.setState({ hover, pointedAt: places?.size ? places : null });
    },
    fixOf: (id) => {
      const finding = find(id);
      return finding && fixOf(finding, openMap.journey());
    },
    mend: (id, choice, said) => {
      const finding = find(id);
      const fix = finding && fixOf(finding, openMap.journey());
      if (!finding || !fix) return;
      const done = runFix(openMap, fix, choice);
      if (done.ok) sayMended(openMap, whatWasDone(openMap, finding, fix, said));
      else sayRefused(done.reason);
    },
    tryOut: (id) => {
      const finding = find(id);
      const change = finding && trialOf(finding, openMap.journey(), openMap.document.entropy);
      if (change) tryWith(openMap.mirror, change);
    },
    accept: (id, words) => {
      const finding = find(id);
      if (!finding) return;
      const done = acceptFinding.run(openMap, { ...acceptanceOf(finding, openMap.journey()), ...words });
      if (done.ok)
        sayMended(openMap, t('findings.acceptedNow', { what: t(`findings.kind.${finding.kind}`) }));
      else sayRefused(done.reason);
    },
    reopen: (id) => {
      const finding = find(id);
      if (!finding) return;
      const done = reopenFinding.run(openMap, acceptanceOf(finding, openMap.journey()));
      if (done.ok) sayMended(openMap, t('findings.reopened', { what: t(`findings.kind.${finding.kind}`) }));
      else sayRefused(done.reason);
    },
  };
}

function sayRefused(reason: CommandRefusal): void {
  notices.show({ id: 'findings-refused', text: t(`findings.refused.${reason}`), tone: 'late' });
}

function sayMended(openMap: OpenMap, text: string): void {
  notices.show({ text, action: { label: t('ui.undo'), onSelect: () => undo.run(openMap) } });
}

function whatWasDone(openMap: OpenMap, { kind }: Finding, fix: Fix, said: string = ''): string {
  const { command, args } = fix;
  const what = fixLabel(kind, fix) ?? t(`findings.kind.${kind}`);
  if (command !== 'data-flow.create')
    return said === '' ? t('findings.done', { what }) : t('findings.doneWith', { what, said });
  const { systems } = openMap.journey();
  const nameOf = (end: unknown): string =>
    systems.byId.get(String(end))?.name.trim() || t('findings.unnamed');
  return t('findings.sketched', { from: nameOf(args['from']), to: nameOf(args['to']) });
}
