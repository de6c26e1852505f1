import type { DataFlow } from '../model/records/dataFlow';
import type { DataObject } from '../model/records/dataObject';
import { flow as size, text as textSize } from './metrics';

/** Width of a text in pixels at a font size. */
export type MeasureText = (text: string, fontSize: number) => number;

/** Width by the mean width of a character; good enough to keep labels apart where nothing can be measured. */
export const estimateTextWidth: MeasureText = (text, fontSize) => text.length * fontSize * textSize.meanWidth;

/** How late a flow is, in the few words that fit on an arrow. */
export interface LatenessWords {
  readonly nightly: string;
  readonly daily: string;
  readonly weekly: string;
  readonly byHand: string;
}

export const englishLateness: LatenessWords = {
  nightly: 'nightly',
  daily: 'daily',
  weekly: 'weekly',
  byHand: 'by hand',
};

/** What an arrow says (LAY-74): the flow's name, else what travels; and how late it is when slower than hourly. */
export function flowLabelText(
  flow: DataFlow,
  dataObjects: ReadonlyMap<string, DataObject>,
  words: LatenessWords,
): string {
  const content = flow.name !== '' ? flow.name : namesOf(flow.dataObjects, dataObjects);
  return joined(content, latenessOf(flow, words), ' · ');
}

function namesOf(ids: readonly string[], dataObjects: ReadonlyMap<string, DataObject>): string {
  let names = '';
  for (const id of ids) names = joined(names, dataObjects.get(id)?.name ?? '', ', ');
  return names;
}

/** The two texts, or the one that is not empty. */
function joined(a: string, b: string, between: string): string {
  return a === '' || b === '' ? a + b : `${a}${between}${b}`;
}

function latenessOf({ latency, pattern }: DataFlow, words: LatenessWords): string {
  switch (latency) {
    case 'daily':
      return pattern === 'batch-file' ? words.nightly : words.daily;
    case 'weekly':
      return words.weekly;
    case 'by-hand':
      return words.byHand;
    default:
      return '';
  }
}

/** Width of a label's box. */
export function labelWidth(label: string, measure: MeasureText): number {
  const width = measure(label, textSize.label) + size.labelIcon + 2 * size.labelPadding;
  return Math.round(Math.min(size.labelMaxWidth, Math.max(size.labelMinWidth, width)));
}
