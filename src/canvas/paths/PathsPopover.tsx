import { Footprints, Users } from 'lucide-react';
import { useMemo } from 'react';
import { pathOf } from '../../analysis/paths';
import { scoreFor } from '../../analysis/scoreFor';
import type { Persona } from '../../model/records/persona';
import { useDerived } from '../../store/derived';
import { useJourney, useOpenMap, useView } from '../../store/openMap';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Checkbox';
import { formatPercent } from '../../ui/i18n/format';
import { t } from '../../ui/i18n/t';
import { IconButton } from '../../ui/IconButton';
import { Popover } from '../../ui/Popover';
import { startWalk } from '../walk/walkActions';
import { choosePaths } from './choosePaths';
import { mostPaths, personaLook, personaName } from './personaLook';
import './paths.css';

/** The choice of the personas whose paths are shown, beside the tool that opens it. */
export function PathsPopover() {
  const { view } = useOpenMap();
  const open = useView((state) => state.pathsOpen);
  return (
    <Popover
      title={t('paths.title')}
      open={open}
      onOpenChange={(pathsOpen) => view.setState({ pathsOpen })}
      anchor={() => document.querySelector('[data-tool="paths"]')}
      side="right"
    >
      <Choice />
    </Popover>
  );
}

function Choice() {
  const openMap = useOpenMap();
  const personas = useJourney((journey) => journey.personas.all);
  const chosen = useView((view) => view.personas);
  if (personas.length === 0) {
    return (
      <div className="path-choice">
        <p>{t('paths.none')}</p>
      </div>
    );
  }
  return (
    <div className="path-choice">
      <p>{chosen.length < mostPaths ? t('paths.hint') : t('paths.most')}</p>
      <ul>
        {personas.map((persona) => (
          <PersonaLine key={persona.id} persona={persona} chosen={chosen} />
        ))}
      </ul>
      <Button icon={Users} size="s" disabled={chosen.length === 0} onClick={() => choosePaths(openMap, [])}>
        {t('paths.everybody')}
      </Button>
    </div>
  );
}

function PersonaLine({ persona, chosen }: { readonly persona: Persona; readonly chosen: readonly string[] }) {
  const openMap = useOpenMap();
  const { id } = persona;
  const journey = useJourney((now) => now);
  const analysis = useDerived((state) => state.analysis);
  const touchpoints = useMemo(() => pathOf(journey, id).touchpoints.size, [journey, id]);
  const score = useMemo(
    () => (analysis ? scoreFor(journey, analysis.continuity, { persona: id }).value : null),
    [journey, analysis, id],
  );
  const isChosen = chosen.includes(id);
  const { color, dashes } = personaLook(journey.personas.all, chosen, id);
  const facts = [
    t('paths.touchpoints', { count: touchpoints }),
    ...(score === null ? [] : [t('paths.carried', { percent: formatPercent(score) })]),
  ].join(' · ');
  const name = personaName(persona);
  return (
    <li data-persona-color={color}>
      <Checkbox
        label={name}
        description={facts}
        checked={isChosen}
        disabled={!isChosen && chosen.length >= mostPaths}
        onChange={(checked) =>
          choosePaths(openMap, checked ? [...chosen, id] : chosen.filter((one) => one !== id))
        }
      />
      <svg className="path-sample" width={34} height={12} aria-hidden>
        <path d="M0,6H34" strokeDasharray={dashes} />
      </svg>
      <IconButton
        icon={Footprints}
        label={t('paths.walkAs', { name })}
        size="s"
        onClick={() => {
          openMap.view.setState({ pathsOpen: false });
          startWalk(openMap, id);
        }}
      />
    </li>
  );
}
