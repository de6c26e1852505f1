import { ExternalLink, ImageOff, X } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import type { Picture } from '../../../model/picture';
import { Dialog } from '../../../ui/Dialog';
import { IconButton } from '../../../ui/IconButton';
import { TextField } from '../../../ui/TextField';
import { t } from '../../../ui/i18n/t';
import { fieldTexts } from '../parts/fieldTexts';
import { useInspector } from '../parts/inspectorContext';
import { safeHref } from '../parts/safeHref';
import './PictureItem.css';

export interface PictureItemProps {
  readonly title: string;
  /** Where it was copied from, if that is known. */
  readonly url: string;
  /** Undefined when a colleague took it off the map while somebody else edited its name. */
  readonly picture: Picture | undefined;
  /** How well it is backed, in the user's language. */
  readonly level: string;
  readonly onTitle: (title: string) => void;
  readonly onRemove: () => void;
  /** More that is known of it. */
  readonly children?: ReactNode;
}

/** A picture among the evidence: small, with its name, and large when it is pressed (EVD-5). */
export function PictureItem(props: PictureItemProps) {
  const { title, url, picture, level, onTitle, onRemove, children } = props;
  const { isReadOnly } = useInspector();
  const [isLarge, setLarge] = useState(false);
  const large = useRef<HTMLImageElement>(null);
  const name = title.trim() || t('pictures.unnamed');
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
      {picture ? (
        <button
          type="button"
          className="picture-small"
          aria-label={t('pictures.enlarge', { name })}
          aria-haspopup="dialog"
          onClick={() => setLarge(true)}
        >
          <img src={picture.data} width={picture.width} height={picture.height} alt="" decoding="async" />
        </button>
      ) : (
        <p className="picture-missing">
          <ImageOff size={14} aria-hidden />
          {t('pictures.missing')}
        </p>
      )}
      {children}
      {href !== null && (
        <a className="inspector-link" href={href} target="_blank" rel="noopener noreferrer">
          <ExternalLink size={14} aria-hidden />
          {t('inspector.link.open', { title: name })}
        </a>
      )}
      {picture && (
        <Dialog
          open={isLarge}
          onOpenChange={setLarge}
          title={name}
          description={level}
          size="fit"
          initialFocus={large}
        >
          <img
            ref={large}
            tabIndex={-1}
            className="picture-large"
            src={picture.data}
            width={picture.width}
            height={picture.height}
            alt={name}
          />
        </Dialog>
      )}
    </li>
  );
}
