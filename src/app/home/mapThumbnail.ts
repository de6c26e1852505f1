import type { Journey } from '../../model/resolve';
import { toneOfOwners, type FunctionTone } from '../../model/functionColors';
import { ownersOf } from '../../model/resolve';

const width = 240;
const height = 120;
const colors: Readonly<Record<FunctionTone | 'none', string>> = {
  marketing: '#c75b12',
  it: '#2457c5',
  shared: '#6b3fd4',
  operations: '#0f766e',
  none: '#98a1b2',
};
const stageColors = { orange: '#c75b12', violet: '#6b3fd4', teal: '#0f766e', blue: '#2457c5' } as const;
const most = 160;

/**
 * A small picture of a journey as SVG text: stage bands, the emotion curve, cards in the owner's colour, tracks.
 * Drawn from the records alone, so that it can be made without opening the canvas. Colours stay readable on light and
 * dark ground alike.
 */
export function mapThumbnail(journey: Journey): string {
  const touchpoints = journey.touchpoints.all.slice(0, most);
  if (touchpoints.length === 0) return '';
  const ends = [
    ...touchpoints.map(({ at }) => at),
    ...journey.stages.all.flatMap(({ start, end }) => [start, end]),
  ];
  const first = Math.min(...ends) - 0.6;
  const span = Math.max(...ends) + 0.6 - first;
  const x = (at: number): number => Math.round(((at - first) / span) * (width - 16) * 10) / 10 + 8;
  const parts: string[] = [];
  journey.stages.all.slice(0, 12).forEach((stage, index) => {
    const color = stageColors[stage.color ?? 'orange'];
    const w = Math.max(2, x(stage.end) - x(stage.start));
    parts.push(
      `<rect x="${x(stage.start)}" y="${6 + (index % 2) * 8}" width="${w}" height="6" rx="3" fill="${color}" opacity=".28"/>`,
    );
  });
  const felt = touchpoints.filter(({ emotion }) => emotion !== null);
  const points = felt.map(({ at, emotion }) => `${x(at)},${Math.round(38 - (emotion ?? 0) * 6)}`);
  if (points.length > 1)
    parts.push(`<polyline points="${points.join(' ')}" fill="none" stroke="#98a1b2" stroke-width="1.5"/>`);
  const cardWidth = Math.max(3, Math.min(18, (width - 16) / span - 2));
  for (const { id, at, offset } of touchpoints) {
    const tone = toneOfOwners(ownersOf(journey, id).map((owner) => owner.function)) ?? 'none';
    const y = 56 + Math.min(2, Math.max(0, offset)) * 10;
    parts.push(
      `<rect x="${x(at) - cardWidth / 2}" y="${y}" width="${cardWidth}" height="8" rx="2" fill="${colors[tone]}" opacity=".85"/>`,
    );
  }
  parts.push(...tracks(journey, x));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`;
}

function tracks(journey: Journey, x: (at: number) => number): string[] {
  const used = journey.systems.all.filter(({ id }) => journey.relations.usagesBySystem.has(id)).slice(0, 6);
  return used.map((system, index) => {
    const places = (journey.relations.usagesBySystem.get(system.id) ?? [])
      .map(({ touchpoint }) => journey.touchpoints.byId.get(touchpoint ?? '')?.at)
      .filter((at) => at !== undefined);
    const tone = toneOfOwners(ownersOf(journey, system.id).map((owner) => owner.function)) ?? 'none';
    const from = x(Math.min(...places)) - 4;
    const w = x(Math.max(...places)) + 4 - from;
    return `<rect x="${from}" y="${88 + index * 5}" width="${w}" height="3" rx="1.5" fill="${colors[tone]}" opacity=".55"/>`;
  });
}
