import { useEffect, useState } from 'react';
import { t } from '../ui/i18n/t';
import { classNames } from '../ui/classNames';

/** What is done with pictures, where the page has a use for them. */
export interface PictureDrop {
  /** Pictures hover over this; null when they have left. */
  readonly onOver: (target: Element | null) => void;
  readonly onDrop: (files: readonly File[], target: Element | null) => void;
}

export interface DropZoneProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly pictures?: PictureDrop | undefined;
}

/** What hovers over the page: pictures alone, other files, or nothing that is taken. */
function carriedBy(event: DragEvent): 'files' | 'pictures' | null {
  const { dataTransfer } = event;
  if (!dataTransfer?.types.includes('Files')) return null;
  const files = [...dataTransfer.items].filter(({ kind }) => kind === 'file');
  return files.length > 0 && files.every(({ type }) => type.startsWith('image/')) ? 'pictures' : 'files';
}

/** Takes files dropped anywhere on the page; shows while they hover that they will be taken. */
export function DropZone({ onFiles, pictures }: DropZoneProps) {
  const [over, setOver] = useState<'files' | 'pictures' | null>(null);
  useEffect(() => {
    const carried = (event: DragEvent): 'files' | 'pictures' | null => {
      const what = carriedBy(event);
      return what === 'pictures' && !pictures ? 'files' : what;
    };
    const onDragOver = (event: DragEvent): void => {
      const what = carried(event);
      if (what === null) return;
      event.preventDefault();
      setOver(what);
      if (what === 'pictures') pictures?.onOver(elementOf(event));
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget !== null) return;
      setOver(null);
      pictures?.onOver(null);
    };
    const drop = (event: DragEvent): void => {
      const what = carried(event);
      if (what === null) return;
      event.preventDefault();
      setOver(null);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (what === 'files') onFiles(files);
      else pictures?.onDrop(files, elementOf(event));
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [onFiles, pictures]);
  if (over === null) return null;
  const isPicture = over === 'pictures';
  return (
    <div className={classNames('drop-veil', isPicture && 'drop-hint')} aria-hidden>
      <strong>{t(isPicture ? 'pictures.drop.title' : 'app.drop.title')}</strong>
      <span className="quiet-text">{t(isPicture ? 'pictures.drop.text' : 'app.drop.text')}</span>
    </div>
  );
}

function elementOf({ target }: DragEvent): Element | null {
  return target instanceof Element ? target : null;
}
