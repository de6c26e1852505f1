import type { NodeProps } from '@xyflow/react';
import { Flame } from 'lucide-react';
import { createElement, memo } from 'react';
import type { Card } from '../../layout/geometry';
import { stagesAt, type Journey } from '../../model/resolve';
import { useJourney } from '../../store/openMap';
import { useLensSays } from '../../store/useLensSays';
import { formatList } from '../../ui/i18n/format';
import { t } from '../../ui/i18n/t';
import type { CanvasNode } from '../adaptor/canvasNodes';
import { ConnectHandle } from '../connect/ConnectHandle';
import { countRender } from '../countRender';
import { useEmphasis } from '../emphasis/useEmphasis';
import { lensTone } from '../lenses/lensLooks';
import { LensLine } from '../lenses/LensLine';
import { PersonaBadges } from '../paths/PersonaBadges';
import { channelIcon } from '../../ui/channelIcon';
import './TouchpointCard.css';

/** One moment of the journey. It subscribes to its own record and owners alone. */
export const TouchpointCard = memo(function TouchpointCard({ id, data, dragging }: NodeProps<CanvasNode>) {
  countRender(id);
  const touchpoint = useJourney((journey) => journey.touchpoints.byId.get(id));
  const isUnowned = useJourney(
    ({ parties, relations }) => parties.all.length > 0 && !relations.ownersBySubject.has(id),
  );
  const stages = useJourney((journey) => stageNames(journey, id));
  const says = useLensSays('touchpoints', id);
  const emphasis = useEmphasis(id, says.emphasis);
  if (!touchpoint) return null;
  const { tone } = data.placed as Card;
  const [channel] = touchpoint.channels;
  return (
    <div
      className="card"
      data-tone={tone ?? 'neutral'}
      data-unowned={isUnowned || undefined}
      data-emphasis={emphasis}
      data-lens-tone={lensTone(says.mark)}
      data-dragging={dragging || undefined}
    >
      <div
        className="card-channel"
        data-stages={stages || undefined}
        title={stages === '' ? undefined : t('rulers.inStages', { stages })}
      >
        {channel !== undefined &&
          createElement(channelIcon(channel), { size: 14, strokeWidth: 1.75, 'aria-hidden': true })}
        <span>{channel ?? t('canvas.noChannel')}</span>
        {touchpoint.channels.length > 1 && (
          <span className="card-more">
            {t('canvas.moreChannels', { count: touchpoint.channels.length - 1 })}
          </span>
        )}
        {touchpoint.momentOfTruth && (
          <span className="card-truth" title={t('canvas.momentOfTruth')}>
            <Flame size={14} aria-hidden />
          </span>
        )}
      </div>
      <div className="card-title" data-empty={touchpoint.title === '' || undefined} dir="auto">
        {touchpoint.title === '' ? t('canvas.untitled') : touchpoint.title}
      </div>
      <LensLine says={says} />
      <PersonaBadges touchpoint={id} />
      <ConnectHandle from={id} side="right" />
      <ConnectHandle from={id} side="bottom" />
    </div>
  );
});

/** The stages a touchpoint lies in, by name, as they follow on the timeline. */
function stageNames(journey: Journey, id: string): string {
  const at = journey.touchpoints.byId.get(id)?.at;
  if (at === undefined) return '';
  return formatList(stagesAt(journey, at).map(({ name }) => name || t('canvas.untitledStage')));
}
