import { ChevronDown, ChevronRight, WandSparkles } from 'lucide-react';
import { memo, useId, useState, type KeyboardEvent } from 'react';
import { explanationOf } from '../../analysis/sentences';
import { Button } from '../../ui/Button';
import { t } from '../../ui/i18n/t';
import { severityLooks } from './findingLooks';
import type { FindingRow } from './findingRows';
import { FixEditor, type FixEditorProps } from './FixEditor';
import type { FindingActions } from './useFindingActions';

export interface FindingItemProps {
  readonly row: FindingRow;
  /** Whether Tab reaches this line; the arrow keys go from one to the other. */
  readonly isCurrent: boolean;
  readonly isReadOnly: boolean;
  readonly actions: FindingActions;
}

/** One finding: how bad, what, what it means, where, and what mends it. Drawn anew only when it says something else. */
export const FindingItem = memo(function FindingItem({
  row,
  isCurrent,
  isReadOnly,
  actions,
}: FindingItemProps) {
  const { id, kind, severity, sentence } = row;
  const [isExplained, setExplained] = useState(false);
  const [choosing, setChoosing] = useState<FixEditorProps['fix'] | null>(null);
  const explanationId = useId();
  const { icon: Icon, tone } = severityLooks[severity];
  const fix = isReadOnly ? null : row.fix;
  const mend = (): void => {
    const now = actions.fixOf(id);
    if (now?.choose) setChoosing({ ...now, choose: now.choose });
    else if (now) actions.mend(id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (event.key.toLowerCase() !== 'f' || !isPlain || fix === null) return;
    event.preventDefault();
    mend();
  };
  const tabIndex = isCurrent ? 0 : -1;
  return (
    <li
      className="finding"
      data-tone={tone}
      data-kind={kind}
      onPointerEnter={() => actions.light(id)}
      onPointerLeave={() => actions.light(null)}
    >
      <button
        type="button"
        className="finding-main"
        data-finding={id}
        tabIndex={tabIndex}
        aria-keyshortcuts={fix === null ? undefined : 'F'}
        onKeyDown={onKeyDown}
        onFocus={() => actions.light(id)}
        onBlur={() => actions.light(null)}
        onClick={() => actions.jump(id)}
      >
        <Icon size={16} aria-hidden />
        <span>
          <span className="finding-kind">
            <span className="visually-hidden">{t(`findings.severity.${severity}`)} </span>
            {t(`findings.kind.${kind}`)}
          </span>
          <span className="finding-sentence">{sentence}</span>
        </span>
      </button>
      {choosing && fix !== null ? (
        <div className="finding-editor">
          <FixEditor
            label={fix}
            fix={choosing}
            onChoose={(choice, said) => {
              setChoosing(null);
              actions.mend(id, choice, said);
            }}
            onClose={() => setChoosing(null)}
          />
        </div>
      ) : (
        <div className="finding-actions">
          {fix !== null && (
            <Button size="s" icon={WandSparkles} tabIndex={tabIndex} onClick={mend}>
              {fix}
            </Button>
          )}
          <Button
            size="s"
            variant="ghost"
            icon={isExplained ? ChevronDown : ChevronRight}
            tabIndex={tabIndex}
            aria-expanded={isExplained}
            aria-controls={isExplained ? explanationId : undefined}
            onClick={() => setExplained(!isExplained)}
          >
            {t('findings.meaning')}
          </Button>
          <Button size="s" variant="ghost" tabIndex={tabIndex} onClick={() => actions.showDetails(id)}>
            {t('findings.details')}
          </Button>
        </div>
      )}
      {isExplained && <Explanation id={explanationId} kind={kind} />}
    </li>
  );
});

function Explanation({ id, kind }: { readonly id: string; readonly kind: FindingRow['kind'] }) {
  const { customer, it } = explanationOf(kind);
  return (
    <dl className="finding-meaning" id={id}>
      <dt data-tone="marketing">{t('findings.forCustomer')}</dt>
      <dd>{customer}</dd>
      <dt data-tone="it">{t('findings.forIt')}</dt>
      <dd>{it}</dd>
    </dl>
  );
}
