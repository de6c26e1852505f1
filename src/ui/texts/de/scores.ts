import type { TranslationOf } from '../../i18n/createTranslator';
import type { scoresTexts as original } from '../en/scores';

/** How well the story holds, part by part, in German. */
export const scoresTexts: TranslationOf<typeof original> = {
  'scores.title': 'Wie gut die Geschichte hält',
  'scores.hint':
    'Von den Schritten, deren Systeme bekannt sind: wie viele weitertragen, was die Kundin gesagt hat. Eine Persona wählen, um ihren Weg zu sehen; eine Phase, um dorthin zu gehen.',
  'scores.map': 'Ganze Karte',
  'scores.personas': 'Personas',
  'scores.stages': 'Phasen',
  'scores.stagesOf': 'Phasen: {name}',
  'scores.noPersonas':
    'Noch keine Personas. Sobald Schritte und Kontaktpunkte sagen, zu wem sie gehören, hat jede Persona eine Wertung.',
  'scores.noStages': 'Noch keine Phasen. Über die Reise gelegt, hat jede eine Wertung.',
  'scores.nothing': 'noch nichts zu beurteilen',
  'scores.noStep': 'Kein Schritt zu beurteilen',
  'scores.meter': 'Schritte, die die Geschichte weitertragen: {name}',
  'scores.unnamedStage': 'Phase ohne Namen',
  'scores.showPath': 'Nur den Weg von {name} zeigen',
  'scores.goTo': 'Zur Phase gehen',
  'scores.shownStage': 'Zu sehen ist die Phase {name}',
  'scores.counts': 'Befunde zu Schritten: {name}',
  'scores.count.broken': { one: '{count} Riss', other: '{count} Risse' },
  'scores.count.late': { one: '{count} späte Übergabe', other: '{count} späte Übergaben' },
  'scores.count.by-hand': { one: '{count}-mal von Hand', other: '{count}-mal von Hand' },
  'scores.count.accepted': { one: '{count} hingenommen', other: '{count} hingenommen' },
  'scores.countIn': '{what}: {name}',
  'scores.before': '{before}, wie es ist',
  'scores.beforeBy': '{before}, wie es ist, {by} Punkte',
  'scores.beforeNothing': 'noch nichts zu beurteilen, wie es ist',
  'scores.allFindings': { one: 'Den {count} Befund zeigen', other: 'Alle {count} Befunde zeigen' },
  'scores.noFindings': 'Nichts ist offen.',
};
