import { Plus } from 'lucide-react';
import { removeEvidence } from '../../../commands/pictures';
import { evidenceLevels, type Touchpoint } from '../../../model/records/touchpoint';
import { useOpenMap } from '../../../store/openMap';
import { Button } from '../../../ui/Button';
import { t } from '../../../ui/i18n/t';
import { RequiredChoiceField } from '../parts/fields';
import { wordOf } from '../parts/fieldTexts';
import { Fold } from '../parts/Fold';
import { told, useInspector } from '../parts/inspectorContext';
import { LinkItem } from '../parts/LinkItem';
import { useListField, type ListField } from '../parts/useListField';
import { AddPicture } from './AddPicture';
import { PictureItem } from './PictureItem';

/** What backs up what is said about a touchpoint, and how well: links and pictures. */
export function Evidence({ touchpoint }: { readonly touchpoint: Touchpoint }) {
  const { id, evidence } = touchpoint;
  const openMap = useOpenMap();
  const { isReadOnly } = useInspector();
  const field = useListField('touchpoints', id, 'evidence');
  const title = t('inspector.section.evidence');
  return (
    <Fold id="evidence" title={title} count={evidence.length}>
      {evidence.length > 0 && (
        <ul className="inspector-cards" aria-label={title}>
          {evidence.map((item) => (
            <EvidenceItem
              key={item.id}
              item={item}
              touchpoint={touchpoint}
              field={field}
              onRemove={() => void told(removeEvidence.run(openMap, { touchpoint: id, item: item.id }))}
            />
          ))}
        </ul>
      )}
      {!isReadOnly && (
        <div className="inspector-fold-actions">
          <Button
            variant="ghost"
            size="s"
            icon={Plus}
            onClick={() => field.add({ title: '', url: '', level: 'assumed' })}
          >
            {t('inspector.evidence.add')}
          </Button>
          <AddPicture touchpoint={id} />
        </div>
      )}
    </Fold>
  );
}

interface EvidenceItemProps {
  readonly item: Touchpoint['evidence'][number];
  readonly touchpoint: Touchpoint;
  readonly field: ListField;
  readonly onRemove: () => void;
}

function EvidenceItem({ item, touchpoint, field, onRemove }: EvidenceItemProps) {
  const { id, title, url } = item;
  const level = (
    <RequiredChoiceField
      name="evidence.level"
      words="evidence"
      values={evidenceLevels}
      value={item.level}
      onChange={(next) => field.change(id, { level: next })}
    />
  );
  if (item.picture === undefined)
    return (
      <LinkItem title={title} url={url} onChange={(patch) => field.change(id, patch)} onRemove={onRemove}>
        {level}
      </LinkItem>
    );
  return (
    <PictureItem
      title={title}
      url={url}
      picture={touchpoint.pictures.find((one) => one.id === item.picture)}
      level={wordOf('evidence', item.level)}
      onTitle={(next) => field.change(id, { title: next })}
      onRemove={onRemove}
    >
      {level}
    </PictureItem>
  );
}
