import type { MermaidWords } from '../en/mermaidWords';
import { kindNames } from './kindNames';
import { written } from './written';

/** What is said of single lines of a Mermaid journey, in German. */
export const mermaidLineWords: Pick<MermaidWords, 'problem' | 'repair' | 'cjm'> = {
  problem: {
    beginning: 'Das Diagramm beginnt nicht mit „journey“',
    noScore: ({ text }) => `„${text}“ hat keine Bewertung`,
    journeyAsTask: '„journey“ steht am Anfang einer Aufgabe',
    openBlock: '„accDescr {“ wird nie geschlossen',
    misplaced: ({ text }) => `„${text}“ darf hier nicht stehen`,
  },
  repair: {
    beginning: ({ word }) => `„${word}“ wurde als „journey“ gelesen.`,
    openBlock: '„accDescr {“ wird nie geschlossen; es wurde bis zum Ende gelesen.',
    keywordColon: ({ keyword }) => `„${keyword}:“ wurde als „${keyword}“ gelesen.`,
    sectionColon: ({ text }) => `Der Doppelpunkt im Abschnitt „${text}“ blieb als Text stehen.`,
    namelessSection: 'Ein Abschnitt ohne Namen wurde behalten.',
    marksKept: ({ text }) => `„#“ und „;“ blieben in „${text}“ als Text stehen.`,
    hashKept: ({ text }) => `„#“ blieb in „${text}“ als Text stehen.`,
    semicolonKept: ({ text }) => `„;“ blieb in „${text}“ als Text stehen.`,
    semicolonDropped: 'Ein „;“ am Ende der Zeile fiel weg.',
    wideColon: 'Ein vollbreiter Doppelpunkt wurde als Doppelpunkt gelesen.',
    neitherTaskNorSection: ({ text }) =>
      `„${text}“ ist weder eine Aufgabe noch ein Abschnitt und wurde weggelassen.`,
    fourthField: ({ text }) => `„${text}“ steht in einem vierten Feld und wurde beiseite aufbewahrt.`,
    actorFirst: ({ actor, title, remark }) =>
      `„${actor}“ wurde als Akteur von „${title}“ gelesen${remark === '' ? '' : `, „${remark}“ als Bemerkung`}.`,
    titleColon: ({ title }) => `Der Doppelpunkt in „${title}“ blieb als Teil des Titels stehen.`,
    decimalComma: ({ text, score }) => `Die Bewertung „${text}“ wurde als ${written(score)} gelesen.`,
    ofFive: ({ text, score }) => `Die Bewertung „${text}“ wurde als ${written(score)} von 5 gelesen.`,
  },
  cjm: {
    notAnObject: 'Eine Zeile mit „%% cjm“ enthält kein Objekt als JSON und wurde weggelassen.',
    unknownKind: ({ kind }) =>
      `Eine Zeile mit „%% cjm“ nennt die unbekannte Art ${kind.replace(/^"(.*)"$/s, '„$1“')} und wurde weggelassen.`,
    badId: 'Eine Zeile mit „%% cjm“ hat eine unbrauchbare id und bekam eine neue.',
    unfitField: ({ field, why }) => `„${field}“ in einer Zeile mit „%% cjm“ wurde weggelassen: ${why}.`,
    noSuchField: ({ kind, field }) =>
      `${kind === 'map' ? 'Eine Karte' : kindNames[kind].one} hat kein Feld „${field}“`,
    nothingAfter:
      'Auf eine Zeile mit „%% cjm“ folgt keine Aufgabe und kein Abschnitt; sie wurde weggelassen.',
    noId: ({ kind }) => `Eine Zeile mit „%% cjm“ der Art ${kind} hat keine id und wurde weggelassen.`,
    idTwice: ({ id }) => `Die id „${id}“ kommt zweimal vor; hier gilt nun eine neue.`,
    tooFar: ({ field }) =>
      `„${field}“ in einer Zeile mit „%% cjm“ liegt zu weit draußen und wurde weggelassen.`,
  },
};
