import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { FindingKind } from '../../../analysis/finding';
import { sentenceOf } from '../../../analysis/sentences';
import { useDerived } from '../../../store/derived';
import { Section } from '../../../ui/Section';
import { t } from '../../../ui/i18n/t';
import { useJourneyList } from './useJourneyList';

/** Said elsewhere in the panel: the verdict card, the owners. */
const saidElsewhere: ReadonlySet<FindingKind> = new Set([
  'broken',
  'late',
  'by-hand',
  'no-owner',
  'several-owners',
]);

/** What the map shows to be amiss at this record, in sentences. Nothing when all is well. */
export function Findings({ id }: { readonly id: string }) {
  const found = useDerived((state) => state.findingsByRecord.get(id));
  const shown = found?.filter(({ kind }) => !saidElsewhere.has(kind)) ?? [];
  const sentences = useJourneyList((journey) => shown.map((finding) => sentenceOf(finding, journey)));
  if (shown.length === 0) return null;
  return (
    <Section title={t('inspector.section.findings')} count={shown.length}>
      <ul className="inspector-findings">
        {shown.map((finding, index) => {
          const isHigh = finding.severity === 'high';
          const Icon = isHigh ? TriangleAlert : CircleAlert;
          return (
            <li key={finding.id} data-tone={isHigh ? 'danger' : 'late'}>
              <Icon size={14} aria-hidden />
              <span>{sentences[index]}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
