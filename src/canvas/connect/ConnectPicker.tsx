import { useRef, useState, type RefObject } from 'react';
import { attachSystem } from '../../commands/attachSystem';
import { createDataFlow } from '../../commands/createDataFlow';
import { createNamed } from '../../commands/createNamed';
import { gestureOfNew } from '../../commands/gestureOfNew';
import { createTouchpoint } from '../../commands/createTouchpoint';
import { freePlace } from '../../layout/freePlace';
import type { Point } from '../../layout/geometry';
import { atOfX, offsetOfY, snapPlace } from '../../layout/timelineScale';
import { newRecordId } from '../../model/ids';
import type { RecordRef } from '../../model/kinds';
import { useJourney, useOpenMap, type OpenMap } from '../../store/openMap';
import { derivedOf } from '../../store/derived';
import { Combobox } from '../../ui/Combobox';
import { Popover } from '../../ui/Popover';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { t } from '../../ui/i18n/t';
import { useCanvasActions } from '../canvasActions';
import { select } from '../selection';
import { connectEnds } from './connectEnds';
import { OwnerPicker } from './OwnerPicker';
import { pickerOptions } from './pickerOptions';
import type { PickerPurpose, PickerRequest } from './pickerRequest';
import './ConnectPicker.css';

type NewEnd = 'touchpoint' | 'system';

export interface ConnectPickerProps {
  readonly request: PickerRequest;
  readonly onClose: () => void;
}

/** Asks what to join something with, at a place on the screen: existing things by name, new ones by typing it. */
export function ConnectPicker({ request, onClose }: ConnectPickerProps) {
  const openMap = useOpenMap();
  const actions = useCanvasActions();
  const anchor = useRef<HTMLSpanElement>(null);
  const nameInput = useRef<HTMLInputElement>(null);
  const { purpose, point, at } = request;
  const finish = (record: RecordRef | null): void => {
    onClose();
    if (record) select(openMap.view, [record]);
    actions.focusCanvas();
  };
  return (
    <>
      <span ref={anchor} className="picker-anchor" style={{ left: point.x, top: point.y }} />
      <Popover
        open
        title={titleOf(openMap, purpose)}
        anchor={anchor}
        // The others open with their list, and with it take the focus.
        initialFocus={purpose.kind === 'system' ? nameInput : undefined}
        onOpenChange={(open) => {
          if (!open) finish(null);
        }}
      >
        {purpose.kind === 'system' ? (
          <NewSystem input={nameInput} onDone={finish} />
        ) : purpose.kind === 'owner' ? (
          <OwnerPicker subjects={purpose.subjects} onDone={() => finish(null)} />
        ) : (
          <ConnectTo purpose={purpose} at={at} onDone={finish} />
        )}
      </Popover>
    </>
  );
}

type ConnectPurpose = Extract<PickerPurpose, { kind: 'connect' }>;

function ConnectTo(props: {
  readonly purpose: ConnectPurpose;
  readonly at: Point;
  readonly onDone: (record: RecordRef | null) => void;
}) {
  const { purpose, at, onDone } = props;
  const openMap = useOpenMap();
  const journey = useJourney((now) => now);
  const [newEnd, setNewEnd] = useState<NewEnd>(() => likelyEnd(openMap, purpose, at));
  return (
    <div className="picker">
      <Combobox
        label={purpose.offer === 'systems' ? t('canvas.system') : t('canvas.touchpointOrSystem')}
        options={pickerOptions(journey, purpose.from, purpose.offer)}
        value={null}
        autoFocus
        onEscape={() => onDone(null)}
        onChange={(id) => onDone(id === null ? null : connectEnds(openMap, purpose.from, id))}
        onCreate={(name) => onDone(makeEnd(openMap, purpose.from, newEnd, name, at))}
      />
      {purpose.offer === 'any' && (
        <SegmentedControl<NewEnd>
          label={t('canvas.newNameMakes')}
          size="s"
          value={newEnd}
          onChange={setNewEnd}
          options={[
            { value: 'touchpoint', label: t('canvas.newTouchpoint') },
            { value: 'system', label: t('canvas.newSystem') },
          ]}
        />
      )}
    </div>
  );
}

function NewSystem(props: {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onDone: (record: RecordRef | null) => void;
}) {
  const { input, onDone } = props;
  const openMap = useOpenMap();
  const [name, setName] = useState('');
  const make = (): void => {
    const made = createNamed.run(openMap, { kind: 'systems', name });
    if (made.ok) onDone({ kind: 'systems', id: made.value });
  };
  return (
    <form
      className="picker"
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <label className="picker-name">
        <span className="visually-hidden">{t('canvas.nameOfSystem')}</span>
        <input
          ref={input}
          className="ui-input"
          value={name}
          placeholder={t('canvas.nameOfSystem')}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
    </form>
  );
}

/** A line dropped above the line of visibility means a touchpoint, one below it a system. */
function likelyEnd(openMap: OpenMap, purpose: ConnectPurpose, at: Point): NewEnd {
  if (purpose.offer === 'systems') return 'system';
  return at.y < derivedOf(openMap.mirror).store.getState().shown.visibility.y ? 'touchpoint' : 'system';
}

function makeEnd(openMap: OpenMap, from: string, end: NewEnd, name: string, at: Point): RecordRef | null {
  const isTouchpoint = openMap.journey().touchpoints.byId.has(from);
  if (end === 'touchpoint') {
    const wanted = snapPlace({ at: atOfX(at.x), offset: offsetOfY(at.y - 40) });
    const made = createTouchpoint.run(openMap, {
      ...freePlace(openMap.journey(), wanted.at, Math.min(wanted.offset, 3)),
      fields: { title: name.trim() },
      ...(isTouchpoint ? { after: from } : {}),
    });
    if (!made.ok) return null;
    const gesture = gestureOfNew(made.value);
    if (!isTouchpoint) attachSystem.run(openMap, { touchpoint: made.value, system: from, gesture });
    return { kind: 'touchpoints', id: made.value };
  }
  if (isTouchpoint) {
    const made = attachSystem.run(openMap, { touchpoint: from, name });
    return made.ok ? { kind: 'systems', id: made.value.system } : null;
  }
  const gesture = gestureOfNew(newRecordId(openMap.document.entropy));
  const made = createNamed.run(openMap, { kind: 'systems', name, gesture });
  if (!made.ok) return null;
  const flow = createDataFlow.run(openMap, { from, to: made.value, gesture });
  return flow.ok ? { kind: 'dataFlows', id: flow.value } : null;
}

function titleOf(openMap: OpenMap, purpose: PickerPurpose): string {
  if (purpose.kind === 'system') return t('canvas.newSystem');
  if (purpose.kind === 'owner') return t('canvas.ownerOf', { count: purpose.subjects.length });
  const { touchpoints, systems } = openMap.journey();
  const name = touchpoints.byId.get(purpose.from)?.title ?? systems.byId.get(purpose.from)?.name ?? '';
  const isTouchpoint = touchpoints.byId.has(purpose.from);
  if (purpose.offer === 'any') return t('canvas.connectTo', { name });
  return isTouchpoint ? t('canvas.attachSystemTo', { name }) : t('canvas.flowFrom', { name });
}
