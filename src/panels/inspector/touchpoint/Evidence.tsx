import { Plus } from 'lucide-react';
import { evidenceLevels, type Touchpoint } from '../../../model/records/touchpoint';
import { Button } from '../../../ui/Button';
import { t } from '../../../ui/i18n/t';
import { RequiredChoiceField } from '../parts/fields';
import { Fold } from '../parts/Fold';
import { useInspector } from '../parts/inspectorContext';
import { LinkItem } from '../parts/LinkItem';
import { useListField } from '../parts/useListField';

export interface EvidenceProps {
  readonly touchpoint: string;
  readonly evidence: Touchpoint['evidence'];
}

/** What backs up what is said about a touchpoint, and how well. */
export function Evidence({ touchpoint, evidence }: EvidenceProps) {
  const { isReadOnly } = useInspector();
  const field = useListField('touchpoints', touchpoint, 'evidence');
  const title = t('inspector.section.evidence');
  return (
    <Fold id="evidence" title={title} count={evidence.length}>
      {evidence.length > 0 && (
        <ul className="inspector-cards" aria-label={title}>
          {evidence.map((item) => (
            <LinkItem
              key={item.id}
              title={item.title}
              url={item.url}
              onChange={(patch) => field.change(item.id, patch)}
              onRemove={() => field.remove(item.id)}
            >
              <RequiredChoiceField
                name="evidence.level"
                words="evidence"
                values={evidenceLevels}
                value={item.level}
                onChange={(level) => field.change(item.id, { level })}
              />
            </LinkItem>
          ))}
        </ul>
      )}
      {!isReadOnly && (
        <Button
          variant="ghost"
          size="s"
          icon={Plus}
          onClick={() => field.add({ title: '', url: '', level: 'assumed' })}
        >
          {t('inspector.evidence.add')}
        </Button>
      )}
    </Fold>
  );
}
