import type { MermaidWords } from '../en/mermaidWords';
import { kindNames } from './kindNames';
import { mermaidLineWords } from './mermaidLineWords';
import { written } from './written';

/** What is said of Mermaid journeys, in German. */
export const mermaidWords: MermaidWords = {
  ...mermaidLineWords,
  theImport: 'Der Import',
  isEmpty: ({ file }) => `${file} ist leer.`,
  noJourney: ({ file }) =>
    `${file} enthält keine Mermaid-Journey: Keines der Diagramme beginnt mit „journey“.`,
  emptyJourney: ({ file, line }) =>
    `Die Journey in Zeile ${line} von ${file} hat keine Aufgabe und keinen Abschnitt.`,
  tooMany: ({ file, limit, of }) =>
    `${file} enthält mehr als ${written(limit)} ${of === 'tasks' ? 'Aufgaben' : kindNames[of].many}; so viele fasst keine Karte.`,
  sameDiagram: ({ file, line }) =>
    `Dieses Diagramm gleicht dem in Zeile ${line} von ${file} und wurde nur einmal übernommen.`,
  refused: ({ line, problem }) => `Mermaid lehnt das Diagramm in Zeile ${line} ab: ${problem}.`,
  readAsMeant: ({ refusal }) => `${refusal} Es wurde gelesen, wie es wohl gemeint ist.`,
  ruler: 'Phasen',
  accTitle: ({ accTitle, title }) =>
    `Für den accTitle „${accTitle}“ hat eine Karte keinen eigenen Platz; der Titel ist „${title}“.`,
  follows: ({ title, number, place }) =>
    `„${title}“ ist Diagramm ${written(number)}: Es folgt auf der Zeitachse ab Stelle ${written(place)}.`,
  emptySection: ({ name }) => `Der Abschnitt „${name}“ hat keine Aufgabe; er bekam einen eigenen Platz.`,
  sectionAgain: ({ name }) =>
    `Der Abschnitt „${name}“ kommt hier noch einmal vor; daraus wurde eine zweite Phase.`,
  noScore: ({ title }) => `„${title}“ hat keine Bewertung; das Gefühl blieb offen.`,
  scoreIsNoNumber: ({ score, title }) =>
    `Die Bewertung „${score}“ von „${title}“ ist keine Zahl; das Gefühl blieb offen.`,
  scoreOutside: ({ score, title, emotion }) =>
    `Die Bewertung ${written(score)} von „${title}“ liegt nicht zwischen 1 und 5; als Gefühl gilt ${written(emotion)}.`,
  textCut: ({ limit }) => `Ein Text von mehr als ${written(limit)} Zeichen wurde gekürzt.`,
  namelessActor: 'Ein Akteur ohne Namen wurde weggelassen.',
  sameActor: ({ name, known }) => `Der Akteur „${name}“ gilt als „${known}“.`,
  actorLikeSystem: ({ name }) =>
    `Der Akteur „${name}“ klingt nach einem System; übernommen wurde er als Persona.`,
};
