import { useEffect, useMemo, useRef, useState } from 'react';
import type { RecordRef } from '../../model/kinds';
import { useMirror, useOpenMap, useView } from '../../store/openMap';
import { focusRequest } from '../../store/view';
import { InspectorContext, type InspectorTools } from './parts/inspectorContext';
import { LostRecord } from './LostRecord';
import { MapPanel } from './MapPanel';
import { RecordPanel } from './RecordPanel';
import { SelectionPanel } from './SelectionPanel';
import { goBack, goOn, noTrail, stepsTo, type Trail } from './trail';
import { useLostRecord } from './useLostRecord';
import { leavesPanel } from './leavesPanel';
import './inspector.css';

/** What is selected, with every field to edit; the map when nothing is. */
export function Inspector() {
  const { view } = useOpenMap();
  const selection = useView((state) => state.selection);
  const { tools, panelRef } = useInspectorTools(selection);
  const lost = useLostRecord(selection);
  const [first] = selection;
  return (
    <InspectorContext value={tools}>
      {/* No control: it hears an Escape that none of its fields had a use for. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        ref={panelRef}
        className="inspector"
        tabIndex={-1}
        data-explains={tools.explains || undefined}
        onKeyDown={(event) => {
          if (leavesPanel(event)) view.setState({ intentRequest: focusRequest });
        }}
      >
        {selection.length > 1 ? (
          <SelectionPanel records={selection} />
        ) : first ? (
          <RecordPanel key={first.id} record={first} />
        ) : lost.record ? (
          <LostRecord record={lost.record} onLeave={lost.leave} />
        ) : (
          <MapPanel />
        )}
      </div>
    </InspectorContext>
  );
}

function useInspectorTools(selection: readonly RecordRef[]) {
  const { view } = useOpenMap();
  const isReadOnly = useMirror((mirror) => mirror.readOnly);
  const [explains, setExplains] = useState(false);
  const [openFolds, setOpenFolds] = useState<ReadonlySet<string>>(() => new Set(['facts', 'how']));
  const [trail, setTrail] = useState(noTrail);
  const panelRef = useRef<HTMLDivElement>(null);
  const wentInsideRef = useRef(false);
  // What was pressed is gone from the panel: the keyboard goes on at the panel's beginning.
  useEffect(() => {
    if (wentInsideRef.current) panelRef.current?.focus();
    wentInsideRef.current = false;
  });

  const tools = useMemo<InspectorTools>(() => {
    const here = selection.length === 1 ? (selection[0] ?? null) : null;
    const steps = selection.length < 2 ? stepsTo(trail, here) : [];
    const follow = (next: Trail): void => {
      wentInsideRef.current = true;
      setTrail(next);
      view.setState({ selection: next.at ? [next.at] : [] });
    };
    const previous = steps.at(-1);
    return {
      isReadOnly,
      explains,
      setExplains,
      openFolds,
      setFold: (fold, open) => setOpenFolds((folds) => withFold(folds, fold, open)),
      go: (next) => {
        if (selection.length > 1) follow({ steps: [], at: next });
        else if (next?.id !== here?.id) follow(goOn(trail, here, next));
      },
      back: previous === undefined ? null : { to: previous, go: () => follow(goBack(trail)) },
    };
  }, [selection, trail, isReadOnly, explains, openFolds, view]);
  return { tools, panelRef };
}

function withFold(folds: ReadonlySet<string>, fold: string, open: boolean): ReadonlySet<string> {
  if (folds.has(fold) === open) return folds;
  const next = new Set(folds);
  if (open) next.add(fold);
  else next.delete(fold);
  return next;
}
