import { memo } from 'react';
import type { Track } from '../../layout/geometry';
import { track as trackSize } from '../../layout/metrics';
import { useOpenMap, useView } from '../../store/openMap';
import { useLensSays } from '../../store/useLensSays';
import { isSelected } from '../../store/view';
import { t } from '../../ui/i18n/t';
import { useCanvasActions } from '../canvasActions';
import { countRender } from '../countRender';
import { useEmphasis } from '../emphasis/useEmphasis';
import { SystemNameEditor } from '../editing/SystemNameEditor';
import { LensBadge } from '../lenses/LensBadge';
import { clickRecord } from '../selection';

/** A system's name and owner beside its track. A click selects the system, a double click renames it. */
export const GutterSystem = memo(function GutterSystem({ track }: { readonly track: Track }) {
  const { id, tone, y, depth, label } = track;
  countRender(`gutter ${id}`);
  const openMap = useOpenMap();
  const actions = useCanvasActions();
  const selected = useView((view) => isSelected(view, id));
  const isEditing = useView((view) => view.editing?.id === id);
  const isExperience = useView((view) => view.lens === 'experience');
  const hovered = useView((view) => view.hover?.id === id);
  const says = useLensSays('systems', id);
  const emphasis = useEmphasis(id, says.emphasis);
  const record = { kind: 'systems', id } as const;
  const look = {
    className: 'gutter-system',
    'data-tone': tone ?? 'neutral',
    'data-emphasis': emphasis,
    'data-selected': selected || undefined,
    'data-hovered': hovered || undefined,
    style: { top: `calc(var(--zoom) * ${y}px)`, marginInlineStart: depth * trackSize.childIndent },
  };
  if (isEditing) {
    return (
      <div {...look}>
        <span className="gutter-bar" />
        <SystemNameEditor id={id} />
      </div>
    );
  }
  return (
    <button
      {...look}
      type="button"
      // The canvas is one tab stop; systems are reached by its arrow keys.
      tabIndex={-1}
      title={label.name}
      onClick={(event) => {
        clickRecord(openMap.view, record, event);
        actions.focusCanvas();
      }}
      onDoubleClick={() => openMap.view.setState({ editing: { ...record, fresh: false } })}
      onContextMenu={(event) => actions.openMenu(event, record)}
    >
      <span className="gutter-bar" />
      <span className="gutter-text">
        <span className="gutter-name" dir="auto">
          {label.name === '' ? t('canvas.untitledSystem') : label.name}
        </span>
        {isExperience ? <OwnerLine track={track} /> : <LensBadge says={says} />}
      </span>
    </button>
  );
});

function OwnerLine({ track: { label, group } }: { track: Track }) {
  const [owner, ...others] = label.owners;
  return (
    <span className="gutter-owner">
      {owner === undefined ? (
        <span data-tone="danger">{t('canvas.noOwner')}</span>
      ) : (
        <span dir="auto">
          {owner}
          {others.length > 0 && ` +${others.length}`}
        </span>
      )}
      {label.notSanctioned && (
        <>
          {' · '}
          <span data-tone="late">{t('canvas.notSanctioned')}</span>
        </>
      )}
      {group === 'unused' && ` · ${t('canvas.unused')}`}
    </span>
  );
}
