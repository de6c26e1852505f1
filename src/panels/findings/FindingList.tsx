import { useMemo, useState } from 'react';
import type { Analysis } from '../../analysis/analyse';
import type { Finding } from '../../analysis/finding';
import { useDerived } from '../../store/derived';
import { useMirror } from '../../store/openMap';
import { Button } from '../../ui/Button';
import { t } from '../../ui/i18n/t';
import { FindingItem } from './FindingItem';
import { createRows } from './findingRows';
import { useFindingActions } from './useFindingActions';
import { useRovingFocus } from './useRovingFocus';

/** How many lines are drawn at first, and more with every press of “show more”. */
const step = 200;

export interface FindingListProps {
  readonly findings: readonly Finding[];
  readonly analysis: Analysis;
}

/** The findings as lines, the most pressing first. */
export function FindingList({ findings, analysis }: FindingListProps) {
  const actions = useFindingActions();
  // What a trial shows is not on the map: there is nothing to mend or to accept yet.
  const isTrial = useDerived(({ trial }) => trial !== null);
  const isReadOnly = useMirror((mirror) => mirror.readOnly) || isTrial;
  const [most, setMost] = useState(step);
  const [rowsOf] = useState(createRows);
  const rows = useMemo(() => rowsOf(findings.slice(0, most), analysis), [rowsOf, findings, most, analysis]);
  const { current, listProps } = useRovingFocus(rows);
  const rest = findings.length - rows.length;
  return (
    <>
      <ol className="findings-list" aria-label={t('findings.title')} {...listProps}>
        {rows.map((row) => (
          <FindingItem
            key={row.id}
            row={row}
            isCurrent={row.id === current}
            isReadOnly={isReadOnly}
            actions={actions}
          />
        ))}
      </ol>
      {rest > 0 && (
        <Button fullWidth onClick={() => setMost(most + step)}>
          {t('findings.more', { count: Math.min(step, rest), rest })}
        </Button>
      )}
    </>
  );
}
