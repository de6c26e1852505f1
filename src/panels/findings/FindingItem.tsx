import { ChevronDown, ChevronRight, FlaskConical, WandSparkles } from 'lucide-react';
import { memo, useId, useState, type KeyboardEvent } from 'react';
import { explanationOf } from '../../analysis/sentences';
import { spokenSentences } from '../../store/spokenSentences';
import { Button } from '../../ui/Button';
import { t } from '../../ui/i18n/t';
import { severityLooks } from './findingLooks';
import type { FindingRow } from './findingRows';
import { AcceptanceLine } from './AcceptanceLine';
import { AcceptEditor } from './AcceptEditor';
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
  const { id, kind, severity, sentence, acceptance } = row;
  const [isExplained, setExplained] = useState(false);
  const [choosing, setChoosing] = useState<FixEditorProps['fix'] | null>(null);
  const [isAccepting, setAccepting] = useState(false);
  const explanationId = useId();
  const { icon: Icon, tone } = severityLooks[severity];
  const isAccepted = acceptance?.state === 'accepted';
  const fix = isReadOnly || isAccepted ? null : row.fix;
  const mend = (): void => {
    const now = actions.fixOf(id);
    if (now?.choose) setChoosing({ ...now, choose: now.choose });
    else if (now) actions.mend(id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    const key = isPlain ? event.key.toLowerCase() : '';
    if (key === 'f' && fix !== null) mend();
    else if (key === 'a' && !isReadOnly && !isAccepted) setAccepting(true);
    else return;
    event.preventDefault();
  };
  const tabIndex = isCurrent ? 0 : -1;
  const shortcuts = isReadOnly || isAccepted ? undefined : fix === null ? 'A' : 'F A';
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
        aria-keyshortcuts={shortcuts}
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
      {acceptance && <AcceptanceLine acceptance={acceptance} />}
      {isAccepting && !isReadOnly && !isAccepted ? (
        <div className="finding-editor">
          <AcceptEditor
            onAccept={(words) => {
              setAccepting(false);
              actions.accept(id, words);
            }}
            onClose={() => setAccepting(false)}
          />
        </div>
      ) : choosing && fix !== null ? (
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
          {row.canTry && !isAccepted && (
            <Button
              size="s"
              variant="ghost"
              icon={FlaskConical}
              tabIndex={tabIndex}
              onClick={() => actions.tryOut(id)}
            >
              {t('trial.tryIt')}
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
          {!isReadOnly && (
            <Button
              size="s"
              variant="ghost"
              tabIndex={tabIndex}
              onClick={() => (isAccepted ? actions.reopen(id) : setAccepting(true))}
            >
              {t(isAccepted ? 'findings.reopen' : 'findings.accept')}
            </Button>
          )}
        </div>
      )}
      {isExplained && <Explanation id={explanationId} kind={kind} />}
    </li>
  );
});

function Explanation({ id, kind }: { readonly id: string; readonly kind: FindingRow['kind'] }) {
  const { customer, it } = explanationOf(kind, spokenSentences());
  return (
    <dl className="finding-meaning" id={id}>
      <dt data-tone="marketing">{t('findings.forCustomer')}</dt>
      <dd>{customer}</dd>
      <dt data-tone="it">{t('findings.forIt')}</dt>
      <dd>{it}</dd>
    </dl>
  );
}
