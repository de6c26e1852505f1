import { germanRules } from './rules.de';
import { roundedDown, type CheckTexts } from './texts';

const number = new Intl.NumberFormat('de', { maximumFractionDigits: 2 });

/** What a check says, in German. */
export const germanTexts: CheckTexts = {
  severities: { high: 'Schwerwiegend', medium: 'Mittel', low: 'Gering' },
  notKnown: 'Nicht bekannt',
  accepted: 'Hingenommen',
  acceptedBecause: ({ reason, by, until }) => {
    const who = by === '' ? 'Hingenommen' : `Von ${by} hingenommen`;
    return `${until === null ? who : `${who} bis ${until}`}: ${reason}`;
  },
  untitled: 'Karte ohne Titel',
  nothingFound: 'Nichts zu beanstanden.',
  score: (score, carried, known) => {
    if (score === null) return 'Keine Wertung: Über keinen Schritt ist etwas bekannt.';
    const steps = known === 1 ? 'Schritt' : 'Schritten';
    return `Wertung ${Math.round(score)} von 100: Bei ${carried} von ${known} bekannten ${steps} kommt alles an.`;
  },
  coverage: (coverage, known, counted) => {
    if (coverage === null) return 'Keine Abdeckung: Es gibt keinen Schritt zu beurteilen.';
    const steps = counted === 1 ? 'Schritt' : 'Schritten';
    return `Abdeckung ${Math.round(coverage)} %: Von ${counted} ${steps} ${known === 1 ? 'ist' : 'sind'} ${known} bekannt.`;
  },
  found: (kind, count) =>
    `„${kind}“ soll es nicht geben, kommt aber ${count === 1 ? 'einmal' : `${count}-mal`} vor.`,
  noScoreFor: (minScore) =>
    `Die Wertung soll mindestens ${number.format(minScore)} sein, aber es gibt keine: Über keinen Schritt ist etwas bekannt.`,
  scoreBelow: (score, minScore) =>
    `Die Wertung soll mindestens ${number.format(minScore)} sein und ist ${number.format(roundedDown(score))}.`,
  rules: germanRules,
};
