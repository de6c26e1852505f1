import { Bold, Italic, Link, List } from 'lucide-react';
import { Toolbar } from '../../../ui/Toolbar';
import { t } from '../../../ui/i18n/t';
import { formats, type Format } from './formatSelection';

const icons = { bold: Bold, italic: Italic, list: List, link: Link } as const;
const keys: Readonly<Partial<Record<Format, string>>> = { bold: 'Mod+B', italic: 'Mod+I' };

/** What can be done to the part of a long text that is marked. A press leaves the keyboard in the text. */
export function FormatBar({ onFormat }: { readonly onFormat: (format: Format) => void }) {
  return (
    <div className="format-bar" onPointerDown={(event) => event.preventDefault()}>
      <Toolbar
        label={t('inspector.format')}
        orientation="horizontal"
        size="m"
        items={formats.map((format) => ({
          id: format,
          label: t(`inspector.format.${format}`),
          icon: icons[format],
          shortcut: keys[format],
          onSelect: () => onFormat(format),
        }))}
      />
    </div>
  );
}
