import { ExternalLink, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../../ui/IconButton';
import { TextField } from '../../../ui/TextField';
import { t } from '../../../ui/i18n/t';
import { fieldTexts } from './fieldTexts';
import { useInspector } from './inspectorContext';
import { safeHref } from './safeHref';

export interface LinkItemProps {
  readonly title: string;
  readonly url: string;
  readonly onChange: (patch: { readonly title: string } | { readonly url: string }) => void;
  readonly onRemove: () => void;
  /** More that is known of it. */
  readonly children?: ReactNode;
}

/** A link with its title, edited in place. Only addresses of the web and mail can be opened. */
export function LinkItem({ title, url, onChange, onRemove, children }: LinkItemProps) {
  const { isReadOnly } = useInspector();
  const href = safeHref(url);
  const name = title.trim() || url.trim() || t('inspector.unnamed');
  return (
    <li className="inspector-card">
      <div className="inspector-card-head">
        <TextField
          {...fieldTexts('evidence.title')}
          value={title}
          disabled={isReadOnly}
          onCommit={(next) => onChange({ title: next })}
        />
        {!isReadOnly && (
          <IconButton
            label={t('inspector.list.remove', { text: name })}
            icon={X}
            size="s"
            onClick={onRemove}
          />
        )}
      </div>
      <TextField
        {...fieldTexts('evidence.url')}
        value={url}
        disabled={isReadOnly}
        inputMode="url"
        onCommit={(next) => onChange({ url: next })}
      />
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
