import type { Analysis } from '../../analysis/analyse';
import type { AnyRecord, Kind } from '../../model/kinds';
import type { Journey } from '../../model/resolve';
import type { CellType, CellValue } from '../cells/cellType';
import type { ChangePlan } from '../edit/changePlan';

/** What a cell is read from. */
export interface CellContext {
  readonly journey: Journey;
  /** Null until the journey was judged for the first time. */
  readonly analysis: Analysis | null;
}

/** One column of a sheet: a field of the records, or a relation of theirs read as if it were one. */
export interface SheetColumn {
  /** The field's name, or that of the relation; stable. */
  readonly id: string;
  readonly label: string;
  /** What it means, in a sentence. */
  readonly hint: string;
  readonly widthPx: number;
  readonly type: CellType;
  readonly read: (record: AnyRecord, context: CellContext) => CellValue;
  /** Left out where the column only shows what follows from other records. */
  readonly write?: (plan: ChangePlan, id: string, value: CellValue) => void;
  /** Why a value that fits the column makes no sense in this record, in a sentence; null when it does. */
  readonly refuse?: (record: AnyRecord, value: CellValue) => string | null;
}

/** A sheet: all records of one kind, a row each. Its first column is the record’s name. */
export interface Sheet {
  readonly kind: Kind;
  readonly columns: readonly SheetColumn[];
  /** Columns that a new record cannot be without; the row waits until they are filled. */
  readonly needs: readonly string[];
}
