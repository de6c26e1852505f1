import { useRef, type KeyboardEvent } from 'react';
import { useOpenMap } from '../store/openMap';
import { tableStoreOf } from '../store/tableStore';
import { t } from '../ui/i18n/t';
import { tableGroups, type TableName } from './tableSource';

const groups = Object.entries(tableGroups) as readonly (readonly [
  keyof typeof tableGroups,
  readonly TableName[],
])[];
const all = groups.flatMap(([, names]) => names);

/** The name of a sheet, matrix or record. */
export function tableLabel(name: TableName): string {
  return t(`table.sheet.${name}`);
}

/** The sheets at the foot, as in a spreadsheet: one tab stop, arrows choose. */
export function SheetTabs({ current }: { readonly current: TableName }) {
  const openMap = useOpenMap();
  const list = useRef<HTMLDivElement>(null);
  const choose = (name: TableName): void => {
    tableStoreOf(openMap.mirror).setState({ sheet: name, goTo: null });
    // A record that another sheet shows must not bring that sheet back.
    openMap.view.setState({ selection: [] });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = all.indexOf(current);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: (at + 1) % all.length,
      ArrowLeft: (at - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    };
    const next = all[steps[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    choose(next);
    list.current?.querySelector<HTMLElement>(`[data-name="${next}"]`)?.focus();
  };
  return (
    <div ref={list} className="sheet-tabs" role="tablist" aria-label={t('table.tabs')} onKeyDown={onKeyDown}>
      {all.map((name) => (
        <button
          key={name}
          type="button"
          className="sheet-tab"
          role="tab"
          aria-selected={name === current}
          tabIndex={name === current ? 0 : -1}
          data-name={name}
          data-begins={groups.some(([, names]) => names[0] === name) || undefined}
          ref={name === current ? scrollHere : undefined}
          onClick={() => choose(name)}
        >
          {tableLabel(name)}
        </button>
      ))}
    </div>
  );
}

function scrollHere(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
