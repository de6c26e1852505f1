import { useEffect, useMemo, useRef, useState } from 'react';
import type { RecordRef } from '../../model/kinds';
import { useMirror, useOpenMap, useView } from '../../store/openMap';
import { InspectorContext, type InspectorTools } from './parts/inspectorContext';
import { MapPanel } from './MapPanel';
import { RecordPanel } from './RecordPanel';
import { SelectionPanel } from './SelectionPanel';
import './inspector.css';

/** The way one took from record to record inside the panel; null is the map. */
interface Trail {
  readonly steps: readonly (RecordRef | null)[];
  /** Where it led; once something else is selected the way is forgotten. */
  readonly at: string;
}

const mapPlace = '';
const placeOf = (record: RecordRef | null | undefined): string => record?.id ?? mapPlace;

/** What is selected, with every field to edit; the map when nothing is. */
export function Inspector() {
  const selection = useView((view) => view.selection);
  const { tools, panelRef } = useInspectorTools(selection);
  const [first] = selection;
  return (
    <InspectorContext value={tools}>
      <div ref={panelRef} className="inspector" tabIndex={-1} data-explains={tools.explains || undefined}>
        {selection.length > 1 ? (
          <SelectionPanel records={selection} />
        ) : first ? (
          <RecordPanel key={first.id} record={first} />
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
  const [trail, setTrail] = useState<Trail>({ steps: [], at: mapPlace });
  const panelRef = useRef<HTMLDivElement>(null);
  const wentInsideRef = useRef(false);
  // What was pressed is gone from the panel: the keyboard goes on at the panel's beginning.
  useEffect(() => {
    if (wentInsideRef.current) panelRef.current?.focus();
    wentInsideRef.current = false;
  });
  const here = selection.length === 1 ? (selection[0] ?? null) : null;

  const tools = useMemo<InspectorTools>(() => {
    const isOnTrail = selection.length < 2 && trail.at === placeOf(here);
    const steps = isOnTrail ? trail.steps : [];
    const move = (record: RecordRef | null, next: Trail): void => {
      wentInsideRef.current = true;
      setTrail(next);
      view.setState({ selection: record ? [record] : [] });
    };
    const previous = steps.at(-1);
    return {
      isReadOnly,
      explains,
      setExplains,
      openFolds,
      setFold: (fold, open) =>
        setOpenFolds((before) => {
          if (before.has(fold) === open) return before;
          const next = new Set(before);
          if (open) next.add(fold);
          else next.delete(fold);
          return next;
        }),
      go: (record) => {
        if (placeOf(record) !== placeOf(here)) move(record, { steps: [...steps, here], at: placeOf(record) });
      },
      back:
        previous === undefined
          ? null
          : {
              to: previous,
              go: () => move(previous, { steps: steps.slice(0, -1), at: placeOf(previous) }),
            },
    };
  }, [selection, here, trail, isReadOnly, explains, openFolds, view]);
  return { tools, panelRef };
}
