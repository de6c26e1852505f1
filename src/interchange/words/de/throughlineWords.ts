import type { ThroughlineWords } from '../en/throughlineWords';
import { kindNames } from './kindNames';
import { written } from './written';

/** What is said of Throughline files, in German. */
export const throughlineWords: ThroughlineWords = {
  notOurs: ({ file, format }) =>
    `${file} ist JSON, aber keine Throughline-Datei: „format“ muss „${format}“ sein.`,
  noVersion: ({ file }) => `${file} sagt nicht, welche Version es ist: „version“ muss eine ganze Zahl sein.`,
  notAList: ({ file, kind }) => `In ${file} muss „${kind}“ eine Liste sein.`,
  tooMany: ({ file, count, kind, limit }) =>
    `${file} enthält ${written(count)} ${kindNames[kind].many}; höchstens ${written(limit)} lassen sich öffnen.`,
  newer: ({ file, version }) =>
    `${file} stammt aus einer neueren Version (${version}) dieses Programms und lässt sich nicht übernehmen.`,
  noRecord: ({ file }) => `${file} enthält keinen Eintrag.`,
  mapNotAnObject: '„map“ ist kein Objekt und wurde weggelassen.',
  documentDamaged:
    '„document“ ist beschädigt: Die Datei lässt sich als Kopie öffnen, aber nicht zusammenführen.',
  documentLeftOut:
    'Was zum Zusammenführen mit der Karte der Datei nötig ist, wurde weggelassen: Die Einträge werden Teil einer anderen Karte.',
  notAnObject: ({ kind }) => `Weggelassen: ${kindNames[kind].one} muss ein Objekt sein.`,
  noId: ({ kind }) => `Weggelassen: ${kindNames[kind].one} braucht eine „id“.`,
  idTwice: ({ id }) => `Weggelassen: Die id „${id}“ kommt zweimal vor; der erste Eintrag wurde behalten.`,
  textTooLong: ({ field }) => `„${field}“ enthält einen Text von mehr als 64 KB und wurde weggelassen.`,
  notAFieldName: ({ field }) => `„${field}“ kann kein Feldname sein und wurde weggelassen.`,
  unfitValue: ({ field, why }) => `Der Wert von „${field}“ wurde weggelassen: ${why}.`,
  unfitItem: 'Ein Listeneintrag wurde weggelassen: Er hat nicht die Form dieser Liste.',
  endsSwapped: 'Die Phase endete, bevor sie begann; Anfang und Ende wurden vertauscht.',
  unknownKey: ({ key, entries }) =>
    `Dieses Programm kennt „${key}“ nicht; ${
      entries === null
        ? 'es wurde weggelassen'
        : entries === 1
          ? 'der eine Eintrag darin wurde weggelassen'
          : `die ${written(entries)} Einträge darin wurden weggelassen`
    }.`,
};
