import { CircleAlert, Handshake, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { Finding, FindingKind } from '../../../analysis/finding';
import { sentenceOf } from '../../../analysis/sentences';
import { useDerived } from '../../../store/derived';
import { spokenSentences } from '../../../store/spokenSentences';
import { Section } from '../../../ui/Section';
import type { Tone } from '../../../ui/tone';
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

function lookOf(
  { severity }: Finding,
  isAccepted: boolean,
): { readonly icon: LucideIcon; readonly tone: Tone } {
  if (isAccepted) return { icon: Handshake, tone: 'neutral' };
  return severity === 'high' ? { icon: TriangleAlert, tone: 'danger' } : { icon: CircleAlert, tone: 'late' };
}

/** What the map shows to be amiss at this record, in sentences. Nothing when all is well. */
export function Findings({ id }: { readonly id: string }) {
  const found = useDerived((state) => state.findingsByRecord.get(id));
  const accepted = useDerived(({ analysis }) => analysis?.accepted);
  const shown = found?.filter(({ kind }) => !saidElsewhere.has(kind)) ?? [];
  const isAccepted = (finding: Finding): boolean => accepted?.some((one) => one.finding === finding) ?? false;
  const open = shown.filter((finding) => !isAccepted(finding)).length;
  const sentences = useJourneyList((journey) =>
    shown.map((finding) => sentenceOf(finding, journey, spokenSentences())),
  );
  if (shown.length === 0) return null;
  return (
    <Section title={t('inspector.section.findings')} count={open || undefined}>
      <ul className="inspector-findings">
        {shown.map((finding, index) => {
          const { icon: Icon, tone } = lookOf(finding, isAccepted(finding));
          return (
            <li key={finding.id} data-tone={tone}>
              <Icon size={14} aria-hidden />
              <span>
                {isAccepted(finding) && `${t('inspector.accepted')} `}
                {sentences[index]}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
