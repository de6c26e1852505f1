/** A text by plural category of its `count` (CLDR); `other` is the one every language has. */
export type PluralMessage = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
/** One text of a catalogue: plain with `{name}` places, or one per plural category. */
export type Message = string | PluralMessage;
/** All texts of the app in one language, flat, by key. */
export type Catalogue = Readonly<Record<string, Message>>;

/**
 * The shape another language must have: the same keys, plain where the original is plain, plural where it is plural.
 * `const de: TranslationOf<typeof en> = { … }` is checked key by key.
 */
export type TranslationOf<C extends Catalogue> = {
  readonly [K in keyof C]: C[K] extends string ? string : PluralMessage;
};

type PlaceNames<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceNames<Rest>
  : never;

type NamesOf<M extends Message> = M extends string
  ? PlaceNames<M>
  : M extends PluralMessage
    ? 'count' | Exclude<PlaceNames<Extract<M[keyof M], string>>, 'count'>
    : never;

/** The values a text needs: each of its places, and `count` where it has plural forms. */
export type ParamsOf<M extends Message> = {
  readonly [Name in NamesOf<M>]: Name extends 'count' ? number : string | number;
};

type Arguments<M extends Message> = [NamesOf<M>] extends [never] ? [] : [params: ParamsOf<M>];

/** Gives the text of a key with its places filled in; the compiler knows the keys and the places. */
export type Translate<C extends Catalogue> = <K extends keyof C & string>(
  key: K,
  ...args: Arguments<C[K]>
) => string;

/**
 * Makes the function that turns keys into texts.
 * @param language BCP 47 tag; decides plural rules and how numbers in places are written.
 * @param catalogue Texts in that language; `Original` types the keys and places, whichever language is shown.
 */
export function createTranslator<const Original extends Catalogue>(
  language: string,
  catalogue: TranslationOf<Original>,
): Translate<Original> {
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);

  return (key, ...args) => {
    const message: Message | undefined = catalogue[key];
    if (message === undefined) throw new Error(`No text for "${key}" in ${language}`);
    const params: Readonly<Record<string, string | number>> = args[0] ?? {};
    const text =
      typeof message === 'string'
        ? message
        : (message[plural.select(Number(params['count']))] ?? message.other);
    return text.replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = params[name];
      if (value === undefined) return place;
      return typeof value === 'number' ? number.format(value) : value;
    });
  };
}
