import { ImageOff } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import type { Picture } from '../../../model/picture';
import { Dialog } from '../../../ui/Dialog';
import { t } from '../../../ui/i18n/t';
import { EvidenceCard } from '../parts/EvidenceCard';
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
  const [isLarge, setLarge] = useState(false);
  const large = useRef<HTMLImageElement>(null);
  const name = title.trim() || t('pictures.unnamed');
  return (
    <EvidenceCard title={title} name={name} url={url} onTitle={onTitle} onRemove={onRemove}>
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
    </EvidenceCard>
  );
}
