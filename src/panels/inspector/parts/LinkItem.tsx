import type { ReactNode } from 'react';
import { TextField } from '../../../ui/TextField';
import { t } from '../../../ui/i18n/t';
import { EvidenceCard } from './EvidenceCard';
import { fieldTexts } from './fieldTexts';
import { useInspector } from './inspectorContext';

export interface LinkItemProps {
  readonly title: string;
  readonly url: string;
  readonly onChange: (patch: { readonly title: string } | { readonly url: string }) => void;
  readonly onRemove: () => void;
  /** More that is known of it. */
  readonly children?: ReactNode;
}

/** A link with its title, edited in place. */
export function LinkItem({ title, url, onChange, onRemove, children }: LinkItemProps) {
  const { isReadOnly } = useInspector();
  return (
    <EvidenceCard
      title={title}
      name={title.trim() || url.trim() || t('inspector.unnamed')}
      url={url}
      onTitle={(next) => onChange({ title: next })}
      onRemove={onRemove}
    >
      <TextField
        {...fieldTexts('evidence.url')}
        value={url}
        disabled={isReadOnly}
        inputMode="url"
        onCommit={(next) => onChange({ url: next })}
      />
      {children}
    </EvidenceCard>
  );
}
