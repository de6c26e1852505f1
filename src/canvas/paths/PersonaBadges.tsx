import { isForPersona } from '../../analysis/paths';
import { useJourney, useView } from '../../store/openMap';
import { formatList } from '../../ui/i18n/format';
import { t } from '../../ui/i18n/t';
import { personaInitials, personaLook, personaName } from './personaLook';
import './paths.css';

/** Which of the personas that are shown come by a touchpoint, as badges at the corner of its card. */
export function PersonaBadges({ touchpoint }: { readonly touchpoint: string }) {
  const chosen = useView((view) => view.personas);
  return chosen.length === 0 ? null : <Badges touchpoint={touchpoint} chosen={chosen} />;
}

function Badges({ touchpoint, chosen }: { readonly touchpoint: string; readonly chosen: readonly string[] }) {
  const personas = useJourney((journey) => journey.personas);
  const passing = useJourney((journey) => {
    const named = journey.touchpoints.byId.get(touchpoint)?.personas ?? [];
    return chosen.filter((id) => isForPersona(journey, named, id)).join(' ');
  });
  const here = passing.split(' ').flatMap((id) => personas.byId.get(id) ?? []);
  if (here.length === 0) return null;
  return (
    <span
      className="persona-badges"
      title={t('paths.onPathOf', { names: formatList(here.map(personaName)) })}
    >
      {here.map((persona) => (
        <span
          key={persona.id}
          className="persona-badge"
          data-persona-color={personaLook(personas.all, chosen, persona.id).color}
        >
          {personaInitials(persona)}
        </span>
      ))}
    </span>
  );
}
