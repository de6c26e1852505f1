import { Power, PowerOff, Sparkles } from 'lucide-react';
import type { Geometry } from '../../layout/geometry';
import { compareAnalyses, directionOf } from '../../analysis/trial';
import { useDerived } from '../../store/derived';
import { directionLooks } from './DifferenceList';
import './trial.css';

/** On the canvas: which steps a trial changes, and which systems and flows it switches. Nothing without a trial. */
export function TrialMarks() {
  const isOn = useDerived(({ trial, current, analysis }) => trial !== null && current !== analysis);
  return isOn ? <Marks /> : null;
}

function Marks() {
  const geometry = useDerived((state) => state.shown);
  return (
    <g className="trial-marks">
      <ChangedSteps geometry={geometry} />
      <Switched geometry={geometry} />
    </g>
  );
}

function ChangedSteps({ geometry }: { readonly geometry: Geometry }) {
  const before = useDerived((state) => state.current);
  const after = useDerived((state) => state.analysis);
  if (!before || !after) return null;
  const changes = new Map(compareAnalyses(before, after).verdicts.map((one) => [one.transition, one]));
  return geometry.transitions.map(({ id, path, badge }) => {
    const change = changes.get(id);
    if (!change) return null;
    const { icon: Icon, tone } = directionLooks[directionOf(change)];
    return (
      <g key={id} className="trial-step" data-tone={tone} data-step={id}>
        <path className="trial-halo" d={path} />
        <circle cx={badge.x + 17} cy={badge.y - 9} r={8} />
        <Icon x={badge.x + 12} y={badge.y - 14} size={10} strokeWidth={2.6} />
      </g>
    );
  });
}

function Switched({ geometry }: { readonly geometry: Geometry }) {
  const trial = useDerived((state) => state.trial);
  if (!trial) return null;
  const states = new Map<string, keyof typeof looks>();
  for (const id of trial.on) states.set(id, 'on');
  for (const id of trial.off) states.set(id, 'off');
  for (const { id } of trial.added ?? []) states.set(id, 'new');
  return (
    <>
      {geometry.tracks.map(({ id, bar }) => {
        const state = states.get(id);
        if (!state) return null;
        return (
          <g key={id} className="trial-switched" data-state={state} data-tone={looks[state].tone}>
            <rect {...bar} rx={bar.height / 2} />
            <Sign state={state} x={bar.x - 13} y={bar.y + bar.height / 2} />
          </g>
        );
      })}
      {geometry.flows.map(({ id, path, start, end }) => {
        const state = states.get(id);
        if (!state) return null;
        return (
          <g key={id} className="trial-switched" data-state={state} data-tone={looks[state].tone}>
            <path className="trial-halo" d={path} />
            <Sign state={state} x={(start.x + end.x) / 2} y={(start.y + end.y) / 2} />
          </g>
        );
      })}
    </>
  );
}

const looks = {
  on: { icon: Power, tone: 'shared' },
  off: { icon: PowerOff, tone: 'danger' },
  new: { icon: Sparkles, tone: 'shared' },
} as const;

function Sign({
  state,
  x,
  y,
}: {
  readonly state: keyof typeof looks;
  readonly x: number;
  readonly y: number;
}) {
  const Icon = looks[state].icon;
  return (
    <>
      <circle cx={x} cy={y} r={9} />
      <Icon x={x - 6} y={y - 6} size={12} strokeWidth={2.2} />
    </>
  );
}
