import type { NodeProps } from '@xyflow/react';
import { Flame, UserX } from 'lucide-react';
import { createElement, memo } from 'react';
import type { Card } from '../../layout/geometry';
import type { Party } from '../../model/records/party';
import { useJourney } from '../../store/openMap';
import { t } from '../../ui/i18n/t';
import type { CanvasNode } from '../adaptor/canvasNodes';
import { ConnectHandle } from '../connect/ConnectHandle';
import { countRender } from '../countRender';
import { useEmphasis } from '../emphasis/useEmphasis';
import { channelIcon } from '../../ui/channelIcon';
import './TouchpointCard.css';

const noOwners: readonly Party[] = [];

/** One moment of the journey. It subscribes to its own record and owners alone. */
export const TouchpointCard = memo(function TouchpointCard({ id, data, dragging }: NodeProps<CanvasNode>) {
  countRender(id);
  const touchpoint = useJourney((journey) => journey.touchpoints.byId.get(id));
  const owners = useJourney((journey) => journey.relations.ownersBySubject.get(id) ?? noOwners);
  const needsOwner = useJourney((journey) => journey.parties.all.length > 0);
  const emphasis = useEmphasis(id, 'plain');
  if (!touchpoint) return null;
  const { tone } = data.placed as Card;
  const [channel] = touchpoint.channels;
  const isUnowned = owners.length === 0 && needsOwner;
  return (
    <div
      className="card"
      data-tone={tone ?? 'neutral'}
      data-unowned={isUnowned || undefined}
      data-emphasis={emphasis}
      data-dragging={dragging || undefined}
    >
      <div className="card-channel">
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
      <OwnerLine owners={owners} isUnowned={isUnowned} />
      <ConnectHandle from={id} side="right" />
      <ConnectHandle from={id} side="bottom" />
    </div>
  );
});

function OwnerLine({ owners, isUnowned }: { owners: readonly Party[]; isUnowned: boolean }) {
  const [first, ...others] = owners;
  if (first) {
    return (
      <div className="card-owner">
        <span className="card-owner-square" aria-hidden />
        <span className="card-owner-name" dir="auto">
          {first.name}
        </span>
        {others.length > 0 && <span>+{others.length}</span>}
      </div>
    );
  }
  if (!isUnowned) return <div className="card-owner" />;
  return (
    <div className="card-owner" data-tone="danger">
      <UserX size={13} strokeWidth={1.9} aria-hidden />
      <span className="card-owner-name">{t('canvas.noOwner')}</span>
    </div>
  );
}
