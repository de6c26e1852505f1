import type { TranslationOf } from '../../i18n/createTranslator';
import type { commentsTexts as original } from '../en/comments';

/** What people say to each other about a record, in German. */
export const commentsTexts: TranslationOf<typeof original> = {
  'comments.title': 'Kommentare',
  'comments.new': 'Etwas dazu sagen',
  'comments.send': 'Kommentieren',
  'comments.reply': 'Antworten',
  'comments.replyTo': '{name} antworten',
  'comments.add': 'Etwas hinzufügen',
  'comments.settle': 'Erledigen',
  'comments.settleOf': 'Erledigen, was {name} begonnen hat',
  'comments.reopen': 'Wieder öffnen',
  'comments.reopenOf': 'Wieder öffnen, was {name} begonnen hat',
  'comments.settled': { one: '{count} erledigte Diskussion', other: '{count} erledigte Diskussionen' },
  'comments.you': 'Ich',
  'comments.somebody': 'Jemand',
  'comments.none': 'Noch hat niemand etwas dazu gesagt.',
  'comments.failed.offline':
    'Der Server ist gerade nicht zu erreichen. Das Geschriebene ist noch hier; sobald die Verbindung steht, noch einmal versuchen.',
  'comments.failed.forbidden': 'Kommentieren ist hier nicht mehr erlaubt.',
  'comments.failed.not-found': 'Das ist weg: Jemand hat es inzwischen gelöscht.',
  'comments.failed.invalid': 'Das ist zu lang oder gar nichts.',
  'comments.failed.slow-down': 'Das war viel auf einmal. Kurz warten, dann noch einmal versuchen.',
  'comments.failed.read-only': 'Diese Karte lässt sich hier nicht ändern.',
  'comments.failed.nothing-to-do': 'Es gab nichts zu ändern.',
};
