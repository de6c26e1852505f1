import type { NamedKind } from '../../commands/createNamed';
import { newRecordId } from '../../model/ids';
import type { AnyRecord, Kind } from '../../model/kinds';
import { orderKeysBetween } from '../../model/orderKeys';
import { systemEntropy } from '../../model/ids';
import { t } from '../../ui/i18n/t';
import type { CellChoice, CellType, CellValue } from '../cells/cellType';
import type { SheetColumn } from './sheet';

/** Widths of columns, CSS pixels, by what is mostly in them. */
export const widths = {
  name: 220,
  text: 200,
  long: 260,
  word: 130,
  number: 90,
  flag: 90,
  several: 220,
} as const;

/** What a column is called where the inspector has no such field. */
export type ColumnTexts = Readonly<Record<string, Pick<SheetColumn, 'label' | 'hint'>>>;

/** Makes the columns of one kind: fields with the labels and hints that the inspector has for them, or those given. */
export function fieldColumns(kind: Kind, thing: string, texts: ColumnTexts = {}) {
  const column = (id: string, widthPx: number, type: CellType): SheetColumn => ({
    id,
    ...(texts[id] ?? {
      label: t(`inspector.${thing}.${id}` as 'inspector.system.name'),
      hint: t(`inspector.${thing}.${id}.hint` as 'inspector.system.name.hint'),
    }),
    widthPx,
    type,
    read: (record) => (record as AnyRecord & Readonly<Record<string, CellValue>>)[id] ?? null,
    write: (plan, record, value) => plan.update(kind, record, { [id]: value }),
  });
  return {
    name: (id: string): SheetColumn => column(id, widths.name, { kind: 'text' }),
    text: (id: string, widthPx: number = widths.text): SheetColumn => column(id, widthPx, { kind: 'text' }),
    word: (id: string, suggestions: readonly CellChoice[], empty: '' | null = ''): SheetColumn =>
      column(id, widths.word, { kind: 'word', suggestions, empty }),
    choice: (id: string, set: string, values: readonly string[], isRequired = false): SheetColumn =>
      column(id, widths.word, { kind: 'choice', choices: choicesOf(set, values), isRequired }),
    flag: (id: string): SheetColumn => column(id, widths.flag, { kind: 'flag' }),
    number: (id: string, min: number, max: number, isRequired = false): SheetColumn =>
      column(id, widths.number, { kind: 'number', min, max, isRequired }),
    share: (id: string): SheetColumn =>
      column(id, widths.number, { kind: 'number', min: 0, max: 1, isRequired: false, isShare: true }),
    date: (id: string): SheetColumn => column(id, widths.word, { kind: 'date' }),
    words: (id: string, suggestions: readonly CellChoice[] = []): SheetColumn =>
      column(id, widths.several, { kind: 'words', suggestions }),
    reference: (id: string, kinds: readonly Kind[], create: NamedKind | null = null): SheetColumn =>
      column(id, widths.text, { kind: 'reference', kinds, create }),
    references: (id: string, kinds: readonly Kind[], create: NamedKind | null = null): SheetColumn =>
      column(id, widths.several, { kind: 'references', kinds, create }),
    lines: (id: string, label: string): SheetColumn => listColumn(kind, id, label),
  };
}

/** Words of a set of the model as choices, in the user’s language. */
export function choicesOf(set: string, values: readonly string[]): readonly CellChoice[] {
  return values.map((value) => ({ value, label: t(`model.${set}.${value}` as 'model.kind.systems') }));
}

/** Words that are their own labels. */
export function wordsOf(values: readonly string[]): readonly CellChoice[] {
  return values.map((value) => ({ value, label: value }));
}

interface Line {
  readonly id: string;
  readonly order: string;
  readonly text: string;
}

/** A list of short lines (pains, goals) as several words; a line that stays keeps its identity. */
function listColumn(kind: Kind, id: string, label: string): SheetColumn {
  const linesOf = (value: unknown): readonly Line[] => (Array.isArray(value) ? (value as Line[]) : []);
  return {
    id,
    label,
    hint: t('table.column.lines.hint'),
    widthPx: widths.several,
    type: { kind: 'words', suggestions: [] },
    read: (record) =>
      linesOf((record as AnyRecord & Readonly<Record<string, unknown>>)[id]).map(({ text }) => text),
    write: (plan, record, value) => {
      const wanted = Array.isArray(value) ? (value as readonly string[]) : [];
      const known = [...linesOf(plan.valueOf(kind, record, id))];
      const orders = orderKeysBetween(null, null, wanted.length, systemEntropy);
      const lines = wanted.map((text, index) => {
        const at = known.findIndex((line) => line.text === text);
        const [kept] = at < 0 ? [] : known.splice(at, 1);
        return { ...kept, id: kept?.id ?? newRecordId(systemEntropy), order: orders[index] ?? '', text };
      });
      plan.update(kind, record, { [id]: lines });
    },
  };
}
