import type { SelectOption } from '../../../ui/Select';
import { t, type TextKey } from '../../../ui/i18n/t';

type NameOf<K> = K extends `inspector.${infer Name}.hint` ? Name : never;
/** A field that has a label and a meaning in the catalogue of texts. */
export type FieldName = NameOf<TextKey>;

/** Label and meaning of a field, as every control takes them. */
export function fieldTexts(name: FieldName): { readonly label: string; readonly description: string } {
  return { label: t(`inspector.${name}`), description: t(`inspector.${name}.hint`) };
}

type WordOf<K> = K extends `model.${infer Set}.${string}` ? Set : never;
/** A closed set of words of the model, by the name its texts go by. */
export type WordSet = Exclude<WordOf<TextKey>, 'count'>;

/** The words of a choice of the model, in the user's language. */
export function choicesOf<V extends string>(set: WordSet, values: readonly V[]): readonly SelectOption<V>[] {
  return values.map((value) => ({ value, label: wordOf(set, value) }));
}

/** One word of a choice of the model, in the user's language; the word itself where a newer program wrote it. */
export function wordOf(set: WordSet, value: string): string {
  return t(`model.${set}.${value}` as 'model.kind.systems');
}
