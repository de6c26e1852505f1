import { MapPin, Server } from 'lucide-react';
import { toneOfOwners } from '../../model/functionColors';
import type { Journey } from '../../model/resolve';
import { t } from '../../ui/i18n/t';
import type { ComboboxOption } from '../../ui/comboboxOptions';

/** What `from` can be joined to, nearest kind first; what it is joined to already is left out where that is once only. */
export function pickerOptions(
  journey: Journey,
  from: string,
  offer: 'any' | 'systems',
): readonly ComboboxOption[] {
  const used = new Set((journey.relations.usagesByTouchpoint.get(from) ?? []).map(({ system }) => system));
  const next = new Set((journey.relations.transitionsFrom.get(from) ?? []).map(({ to }) => to));
  const usedBy = new Set(
    (journey.relations.usagesBySystem.get(from) ?? []).map(({ touchpoint }) => touchpoint),
  );
  const touchpoints =
    offer === 'systems'
      ? []
      : journey.touchpoints.all.filter(({ id }) => id !== from && !next.has(id) && !usedBy.has(id));
  const systems = journey.systems.all.filter(({ id }) => id !== from && !used.has(id));
  return [
    ...touchpoints.map(({ id, title, channels }) => ({
      id,
      label: title === '' ? t('canvas.untitled') : title,
      secondLine: channels[0],
      icon: MapPin,
      tone: toneOf(journey, id),
      group: t('canvas.touchpoints'),
    })),
    ...systems.map(({ id, name, kind, aliases }) => ({
      id,
      label: name === '' ? t('canvas.untitledSystem') : name,
      secondLine: kind === '' ? undefined : kind,
      keywords: aliases,
      icon: Server,
      tone: toneOf(journey, id),
      group: t('canvas.systems'),
    })),
  ];
}

function toneOf(journey: Journey, id: string) {
  return toneOfOwners((journey.relations.ownersBySubject.get(id) ?? []).map((owner) => owner.function));
}
