import type { JoiningWords } from '../en/joiningWords';
import { calledRecord } from './kindNames';
import { written } from './written';

/** What is said when bundles are joined with one another, and with a map, in German. */
export const joiningWords: JoiningWords = {
  becameOne: ({ name }) => `„${name}“ steht in mehreren der Dateien und wurde zu einem einzigen Eintrag.`,
  keptBoth: ({ name }) =>
    `„${name}“ steht in mehreren der Dateien, meint dort aber nicht dasselbe; beide Einträge sind geblieben.`,
  deletedInOne: ({ kind, record, deletedIn, livingIn }) =>
    `${calledRecord(kind, record)} ist in ${deletedIn} gelöscht und in ${livingIn} nicht; behalten wurde der Stand aus ${livingIn}.`,
  takenOnce: ({ kind, record, first, second }) =>
    `${calledRecord(kind, record)} steht in ${first} und in ${second}; übernommen wurde nur ein Eintrag.`,
  differs: ({ kind, record, first, second, fields }) =>
    `${calledRecord(kind, record)} ist in ${first} und in ${second} verschieden (${fields.join(', ')}); behalten wurde der Stand aus ${first}.`,
  titleFollows: ({ title, first }) =>
    `„${title}“ folgt auf derselben Zeitachse auf „${first}“; die Karte trägt den ersten Titel.`,
  leftOutDeleted: ({ count }) =>
    `Was im Import gelöscht ist, blieb weg: ${written(count)} ${count === 1 ? 'Eintrag' : 'Einträge'}.`,
  recognised: {
    id: ({ kind, record }) =>
      `${calledRecord(kind, record)} ist schon auf der Karte und wird auf den neuen Stand gebracht.`,
    source: ({ kind, record }) =>
      `${calledRecord(kind, record)} wurde schon einmal importiert und wird auf den neuen Stand gebracht.`,
    name: ({ kind, record }) =>
      `${calledRecord(kind, record)} ist unter demselben Namen auf der Karte; was dort fehlt, wird ergänzt.`,
    ends: ({ kind, record }) => `${calledRecord(kind, record)} ist schon auf der Karte.`,
  },
  keptApart: ({ kind, record }) =>
    `${calledRecord(kind, record)} meint etwas anderes als der gleichnamige Eintrag der Karte; beide sind da.`,
};
