import {
  ArrowLeftRight,
  CircleDot,
  Database,
  Lock,
  Server,
  ShieldAlert,
  UserRound,
  type LucideIcon,
} from 'lucide-react';
import { useState } from 'react';
import type { Kind } from '../../model/kinds';
import { useOpenMap } from '../../store/openMap';
import { hideReach } from '../../store/reach';
import { light } from '../../store/view';
import { Button } from '../../ui/Button';
import { Section } from '../../ui/Section';
import { t } from '../../ui/i18n/t';
import type { ReachGroup, ReachRow } from './reachOf';

const icons: { readonly [K in Kind]?: LucideIcon } = {
  touchpoints: CircleDot,
  systems: Server,
  dataFlows: ArrowLeftRight,
  dataObjects: Database,
  personas: UserRound,
};

/** How many lines of a group are drawn at first, and more with every press. */
const step = 100;

export interface ReachGroupsProps {
  readonly groups: readonly ReachGroup[];
  readonly lit: ReadonlySet<string>;
}

/** The lists: looking at a line lights the way to it alone, pressing it goes there. */
export function ReachGroups({ groups, lit }: ReachGroupsProps) {
  return groups.map((group) => <Group key={group.id} group={group} lit={lit} />);
}

function Group({
  group: { title, rows },
  lit,
}: {
  readonly group: ReachGroup;
  readonly lit: ReadonlySet<string>;
}) {
  const [most, setMost] = useState(step);
  const rest = rows.length - most;
  return (
    <Section title={title} count={rows.length}>
      <ul className="ui-list" aria-label={title}>
        {rows.slice(0, most).map((row) => (
          <Row key={`${row.record.id} ${row.name}`} row={row} lit={lit} />
        ))}
      </ul>
      {rest > 0 && (
        <Button size="s" onClick={() => setMost(most + step)}>
          {t('reach.more', { count: Math.min(step, rest) })}
        </Button>
      )}
    </Section>
  );
}

function Row({ row, lit }: { readonly row: ReachRow; readonly lit: ReadonlySet<string> }) {
  const { view } = useOpenMap();
  const { record, name, detail, path, mark } = row;
  const Icon =
    mark === 'no-basis' ? ShieldAlert : mark === 'personal' ? Lock : (icons[record.kind] ?? CircleDot);
  const look = (ids: ReadonlySet<string>) => (): void => light(view, 'impact', { ids, dimsRest: true });
  const alone = look(new Set(path));
  const all = look(lit);
  const go = (): void => {
    const isDrawn = record.kind === 'touchpoints' || record.kind === 'systems' || record.kind === 'dataFlows';
    view.setState({ selection: [record] });
    if (isDrawn) return view.setState({ cameraRequest: { kind: 'record', record } });
    // What has no place on the map is shown with its fields.
    hideReach(view);
    view.setState({ inspectorOpen: true });
  };
  return (
    <li className="ui-row" data-tone={mark === 'no-basis' ? 'danger' : undefined}>
      <button
        type="button"
        className="ui-row-main"
        onPointerEnter={alone}
        onPointerLeave={all}
        onFocus={alone}
        onBlur={all}
        onClick={go}
      >
        <Icon className="ui-row-icon" size={16} aria-hidden />
        <span className="ui-row-text">
          <span className="ui-row-label" dir="auto">
            {name}
          </span>
          <span className="ui-row-second" dir="auto">
            {mark === null ? detail : <MarkedDetail detail={detail} />}
          </span>
        </span>
      </button>
    </li>
  );
}

/** The sign before it means the same in words. */
function MarkedDetail({ detail }: { readonly detail: string }) {
  return (
    <>
      <span className="visually-hidden">{t('reach.personal')}: </span>
      {detail}
    </>
  );
}
