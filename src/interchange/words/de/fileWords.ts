import type { FileWords } from '../en/fileWords';
import { kindNames } from './kindNames';
import { unfit } from './unfit';
import { written } from './written';

/** What is said of files of any format, in German. */
export const fileWords: FileWords = {
  nothingToImport: 'Es gibt keine Datei zu importieren.',
  notText: ({ file }) =>
    `${file} ist kein Text in UTF-8. In einem Editor öffnen, mit der Kodierung UTF-8 sichern und noch einmal versuchen.`,
  tooLarge: ({ file }) => `${file} ist größer als 20 MB.`,
  tooDeep: ({ file, limit, line }) =>
    `${file} ist in Zeile ${line} mehr als ${written(limit)} Ebenen tief verschachtelt.`,
  forbiddenKey: ({ file, key }) => `${file} verwendet den verbotenen Schlüssel ${key}.`,
  brokenJson: ({ file, how, line, column }) => {
    const what = { empty: 'ist leer', cut: 'endet zu früh', invalid: 'ist kein gültiges JSON' }[how];
    return `${file} ${what}: Zeile ${line}, Spalte ${column}.`;
  },
  unknownFormat: ({ file, isEmpty }) =>
    `${file} ${isEmpty ? 'ist leer' : 'hat kein Format, das sich lesen lässt'}. Lesbar sind Throughline-Dateien (.throughline.json), Mermaid-Journeys (.mmd, .mermaid, .md, .html) und Backstage-Kataloge (.yaml, .yml).`,
  together: ({ first, more }) =>
    more > 0 ? `${first} und ${written(more)} ${more === 1 ? 'weitere Datei' : 'weitere Dateien'}` : first,
  tooManyTogether: ({ count, kind, limit }) =>
    `Zusammen enthalten die Dateien ${written(count)} ${kindNames[kind].many}; höchstens ${written(limit)} lassen sich übernehmen.`,
  unfit,
};
