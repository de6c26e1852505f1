import { Check } from 'lucide-react';
import { useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useJourney } from '../../store/openMap';
import { t } from '../../ui/i18n/t';
import { canMake, cellOptions, type CellOption } from '../cells/cellOptions';
import { cellText } from '../cells/cellText';
import { emptyValue, holdsSeveral } from '../cells/cellType';
import { piecesOf } from '../cells/parseCell';
import { endOfTyping, type CellEditorProps } from './cellEditing';
import type { AfterWriting } from './gridCursor';
import { usePopupPlace } from './usePopupPlace';

/** The field of a cell that one chooses in: type to narrow, arrows and Enter to take, a new name makes what is missing. */
export function CellPicker({ open, cell, label, columnLabel, controller }: CellEditorProps) {
  const { type } = cell;
  const journey = useJourney((now) => now);
  const isSeveral = holdsSeveral(type);
  const [query, setQuery] = useState(open.typed ?? '');
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    Array.isArray(open.startValue) ? (open.startValue as readonly string[]) : [],
  );
  /** Names that the cell will make, beside those that are there. */
  const [made, setMade] = useState<readonly string[]>(() =>
    isSeveral && typeof open.startValue === 'string' ? piecesOf(open.startValue) : [],
  );
  const options = useMemo(
    () => cellOptions(journey, type, isSeveral ? chosen : open.startValue, query),
    [journey, type, isSeveral, chosen, open.startValue, query],
  );
  const first = firstMarked(options, isSeveral, query, open.startValue);
  const [marked, setMarked] = useState<{ query: string; index: number } | null>(null);
  const markedAt = marked?.query === query ? Math.min(marked.index, options.length - 1) : first;
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  const listId = useId();
  const place = usePopupPlace(field);
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);

  const finish = (input: Parameters<typeof controller.commit>[0], then: AfterWriting): void => {
    if (isDone.current) return;
    isDone.current = true;
    controller.commit(input, then);
  };
  /** Writes what stands there, whatever is marked in the list. */
  const end = (then: AfterWriting): void => {
    const typed = query.trim();
    if (!isSeveral) {
      if (typed === '') finish({ value: open.startValue }, then);
      else finish({ text: typed }, then);
      return;
    }
    const names = [...made, ...piecesOf(typed)];
    if (names.length === 0) finish({ value: chosen }, then);
    else finish({ text: [cellText(journey, type, chosen), ...names].filter(Boolean).join('; ') }, then);
  };
  const toggle = (option: CellOption): void => {
    if (option.act === 'make') setMade([...made, ...piecesOf(query)]);
    else
      setChosen(
        chosen.includes(option.id) ? chosen.filter((id) => id !== option.id) : [...chosen, option.id],
      );
    setQuery('');
    setMarked(null);
  };
  const take = (option: CellOption, then: AfterWriting): void => {
    if (isSeveral) toggle(option);
    else if (option.act === 'empty') finish({ value: emptyValue(type) }, then);
    else if (option.act === 'make') finish({ text: query.trim() }, then);
    else finish({ value: option.id }, then);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const count = options.length;
      const next = markedAt === null ? (step > 0 ? 0 : count - 1) : (markedAt + step + count) % count;
      if (count > 0) setMarked({ query, index: next });
      return;
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      isDone.current = true;
      controller.cancel();
      return;
    }
    if (event.key === 'Backspace' && query === '' && isSeveral) {
      if (made.length > 0) setMade(made.slice(0, -1));
      else setChosen(chosen.slice(0, -1));
      return;
    }
    const then = endOfTyping(event);
    if (then === null) return;
    event.preventDefault();
    const option = markedAt === null ? undefined : options[markedAt];
    const isListTyped = /[;\n]/.test(query);
    if (option && event.key === 'Enter' && !isListTyped) take(option, then);
    else if (option && !isSeveral && query !== '' && !isListTyped) take(option, then);
    else end(then);
  };
  const members = [...chosen.map((id) => cellText(journey, type, [id])), ...made];
  return (
    <>
      <span className="cell-picker">
        {members.length > 0 && <span className="cell-members">{`${members.join('; ')};`}</span>}
        <input
          ref={field}
          className="cell-field"
          role="combobox"
          aria-label={label}
          aria-expanded
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={markedAt === null ? undefined : `${listId}-${markedAt}`}
          placeholder={isSeveral ? '' : cell.text}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => end('stay')}
        />
      </span>
      <div className="cell-popup ui-popup" style={place}>
        <div
          id={listId}
          className="cell-options"
          role="listbox"
          aria-label={t('table.editor.options', { column: columnLabel })}
          aria-multiselectable={isSeveral}
        >
          {options.map((option, index) => {
            const isChosen = isSeveral ? chosen.includes(option.id) : option.id === open.startValue;
            return (
              <div
                key={option.id}
                id={`${listId}-${index}`}
                className="cell-option"
                role="option"
                aria-selected={isChosen}
                data-marked={index === markedAt || undefined}
                ref={index === markedAt ? scrollHere : undefined}
                onPointerDown={(event) => {
                  // The field keeps the keyboard.
                  event.preventDefault();
                  event.stopPropagation();
                  take(option, 'stay');
                }}
              >
                <span className="cell-option-check">{isChosen && <Check size={14} aria-hidden />}</span>
                <span className="cell-option-label">{option.label}</span>
                {option.hint !== undefined && <span className="quiet-text">{option.hint}</span>}
              </div>
            );
          })}
        </div>
        {options.length === 0 && <p className="cell-popup-note">{t('ui.noMatches')}</p>}
        {isSeveral && canMake(type) && <p className="cell-popup-note">{t('table.editor.several')}</p>}
      </div>
    </>
  );
}

/** What is marked before an arrow was pressed: what is chosen now, or the first that was found. */
function firstMarked(
  options: readonly CellOption[],
  isSeveral: boolean,
  query: string,
  value: unknown,
): number | null {
  if (query.trim() !== '') return options.length > 0 ? 0 : null;
  const at = isSeveral ? -1 : options.findIndex(({ id }) => id === value);
  return at < 0 ? null : at;
}

function scrollHere(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}
