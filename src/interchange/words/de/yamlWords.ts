import type { ErrorCode } from 'yaml';
import type { YamlWords } from '../en/yamlWords';
import { written } from './written';

/** What is said of YAML files that cannot be read, in German. */
export const yamlWords: YamlWords = {
  template: ({ file, line, column }) =>
    `${file} ist eine Vorlage mit Platzhaltern und noch keine Katalogdatei: Zeile ${line}, Spalte ${column}.`,
  ownTag: ({ file, line, column }) =>
    `${file} verwendet einen eigenen Tag, der nicht gelesen wird: Zeile ${line}, Spalte ${column}.`,
  tab: ({ file, line, column }) =>
    `${file} ist mit einem Tabulator eingerückt, was YAML nicht erlaubt: Zeile ${line}, Spalte ${column}.`,
  broken: ({ file, line, column, endsEarly, code }) =>
    `${file} ${endsEarly ? 'endet zu früh' : 'ist kein gültiges YAML'}: Zeile ${line}, Spalte ${column} (${whats[code]}).`,
  aliasBomb: ({ file, line }) =>
    `${file} wiederholt seine Teile durch Aliasse ins Maßlose, im Dokument ab Zeile ${line}.`,
  unknownAlias: ({ file, line, alias }) =>
    `${file} verweist in Zeile ${line} auf „${alias}“, das es nicht gibt.`,
  aliasInItself: ({ file, line, alias }) =>
    `${file} enthält sich durch den Alias „${alias}“ in Zeile ${line} selbst.`,
  tooDeepByAliases: ({ file, line, limit }) =>
    `${file} ist in Zeile ${line} durch Aliasse mehr als ${written(limit)} Ebenen tief verschachtelt.`,
  keyIsNoWord: ({ file, line }) =>
    `${file} verwendet in Zeile ${line} etwas anderes als ein Wort als Schlüssel.`,
  forbiddenKey: ({ file, line, key }) =>
    `${file} verwendet in Zeile ${line} den verbotenen Schlüssel ${key}.`,
  keyTwice: ({ file, line, key }) => `${file} hat den Schlüssel „${key}“ zweimal, in Zeile ${line}.`,
};

/** What the parser objects to. */
const whats: { readonly [C in ErrorCode]: string } = {
  ALIAS_PROPS: 'ein Alias darf weder Anker noch Tag tragen',
  BAD_ALIAS: 'ein Alias ist nicht lesbar',
  BAD_COLLECTION_TYPE: 'der Tag passt nicht zu dem, was er auszeichnet',
  BAD_DIRECTIVE: 'eine Direktive ist nicht lesbar',
  BAD_DQ_ESCAPE: 'nach einem umgekehrten Schrägstrich steht etwas, das dort nichts bedeutet',
  BAD_INDENT: 'die Einrückung stimmt nicht',
  BAD_PROP_ORDER: 'ein Anker oder Tag steht an der falschen Stelle',
  BAD_SCALAR_START: 'so darf ein Text nicht anfangen',
  BLOCK_AS_IMPLICIT_KEY: 'nach dem Schlüssel beginnt in derselben Zeile schon der nächste',
  BLOCK_IN_FLOW: 'in Klammern darf kein eingerückter Block stehen',
  DUPLICATE_KEY: 'derselbe Schlüssel kommt zweimal vor',
  IMPOSSIBLE: 'der Text ist nicht zu verstehen',
  KEY_OVER_1024_CHARS: 'ein Schlüssel hat mehr als 1.024 Zeichen',
  MISSING_CHAR: 'hier fehlt ein Zeichen, etwa eine Klammer, ein Anführungszeichen oder ein Komma',
  MULTILINE_IMPLICIT_KEY: 'ein Schlüssel geht über mehrere Zeilen',
  MULTIPLE_ANCHORS: 'hier steht mehr als ein Anker',
  MULTIPLE_DOCS: 'der Text enthält mehrere Dokumente',
  MULTIPLE_TAGS: 'hier steht mehr als ein Tag',
  NON_STRING_KEY: 'ein Schlüssel ist kein Text',
  RESOURCE_EXHAUSTION: 'der Text verlangt zu viel auf einmal',
  TAB_AS_INDENT: 'hier ist mit einem Tabulator eingerückt',
  TAG_RESOLVE_FAILED: 'ein Tag ist unbekannt',
  UNEXPECTED_TOKEN: 'hier steht etwas, das nicht hierher gehört',
};
