import { Search } from 'lucide-react';
import { useRef } from 'react';
import { Dialog } from '../../ui/Dialog';
import { keyboardPlatform } from '../../ui/formatShortcut';
import { t } from '../../ui/i18n/t';
import { Kbd } from '../../ui/Kbd';
import { TextField } from '../../ui/TextField';
import { shortcutSheet, type SheetGroup } from './shortcutSheet';
import './palette.css';

export interface ShortcutSheetProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onClose: () => void;
}

/** Every shortcut, by group, with a search over what they do and over the keys themselves. */
export function ShortcutSheet({ query, onQuery, onClose }: ShortcutSheetProps) {
  const search = useRef<HTMLInputElement>(null);
  const groups = shortcutSheet(query, keyboardPlatform());
  return (
    <Dialog
      open
      size="l"
      title={t('palette.sheet.title')}
      description={t('palette.sheet.text')}
      initialFocus={search}
      onOpenChange={(open) => !open && onClose()}
    >
      <TextField
        ref={search}
        label={t('palette.sheet.search')}
        hideLabel
        type="search"
        icon={Search}
        placeholder={t('palette.sheet.search')}
        value={query}
        onChange={onQuery}
      />
      {groups.length === 0 ? (
        <p className="palette-none" role="status">
          {t('palette.sheet.none')}
        </p>
      ) : (
        <div className="shortcut-groups">
          {groups.map((group) => (
            <Group key={group.id} group={group} />
          ))}
        </div>
      )}
    </Dialog>
  );
}

function Group({ group: { label, lines } }: { readonly group: SheetGroup }) {
  return (
    <section className="shortcut-group">
      <h3 className="shortcut-group-title">{label}</h3>
      <dl className="shortcut-lines">
        {lines.map((line) => (
          <div key={line.id} className="shortcut-line">
            <dt>{line.label}</dt>
            <dd>
              {line.keys.map((key, index) => (
                <span key={key} className="shortcut-key">
                  {index > 0 && <span className="visually-hidden">{t('palette.sheet.or')}</span>}
                  <Kbd shortcut={key} />
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
