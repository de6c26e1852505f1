import { ExternalLink, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../../ui/IconButton';
import { TextField } from '../../../ui/TextField';
import { t } from '../../../ui/i18n/t';
import { fieldTexts } from './fieldTexts';
import { useInspector } from './inspectorContext';
import { safeHref } from './safeHref';

export interface EvidenceCardProps {
  readonly title: string;
  /** What it is called where it is removed or opened. */
  readonly name: string;
  /** Where it is or comes from; only addresses of the web and mail can be opened. */
  readonly url: string;
  readonly onTitle: (title: string) => void;
  readonly onRemove: () => void;
  readonly children?: ReactNode;
}

/** Something that is pointed to, with its title edited in place, what is known of it, and the way there. */
export function EvidenceCard({ title, name, url, onTitle, onRemove, children }: EvidenceCardProps) {
  const { isReadOnly } = useInspector();
  const href = safeHref(url);
  return (
    <li className="inspector-card">
      <div className="inspector-card-head">
        <TextField {...fieldTexts('evidence.title')} value={title} disabled={isReadOnly} onCommit={onTitle} />
        {!isReadOnly && (
          <IconButton
            label={t('inspector.list.remove', { text: name })}
            icon={X}
            size="s"
            onClick={onRemove}
          />
        )}
      </div>
      {children}
      {href !== null && (
        <a className="inspector-link" href={href} target="_blank" rel="noopener noreferrer">
          <ExternalLink size={14} aria-hidden />
          {t('inspector.link.open', { title: name })}
        </a>
      )}
    </li>
  );
}
