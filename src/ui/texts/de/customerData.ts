import type { TranslationOf } from '../../i18n/createTranslator';
import type { customerDataTexts as original } from '../en/customerData';

/** What of the customer arrives at a touchpoint or over a step, and who the customer is on the way, in German. */
export const customerDataTexts: TranslationOf<typeof original> = {
  'customerData.here': 'Was hier über die Kundin bekannt ist',
  'customerData.over': 'Was auf diesem Schritt über die Kundin bekannt ist',
  'customerData.state.carried': 'kommt hier an',
  'customerData.state.asked-again': 'noch einmal gefragt: schon bekannt, kommt aber nicht an',
  'customerData.state.asked-twice': 'ein zweites Mal gefragt, das erste Mal bei',
  'customerData.state.unavailable': 'niemand erfasst es auf dem Weg hierher',
  'customerData.state.used-before-captured': 'verwendet, bevor es erfasst wird bei',
  'customerData.state.unclear': 'kann niemand sagen: Noch ist ein System nicht genannt',
  'customerData.state.other-way': 'kommt an, aber nicht über diesen Schritt',
  'customerData.way': 'Der Weg von {name}',
  'customerData.stops': 'erreicht nicht',
  'customerData.identity': 'Wer die Kundin unterwegs ist',
  'customerData.noKey': 'niemand sagt, woran die Kundin erkannt wird',
  'customerData.notKnownBy': 'kein Kontaktpunkt sagt, woran',
  'customerData.same': 'Erkannt am selben Schlüssel an beiden Enden.',
  'customerData.joined': 'Erkannt: In {name} kommen die beiden Schlüssel zusammen.',
  'customerData.joinedSomewhere': 'Erkannt: Unterwegs kommen die beiden Schlüssel zusammen.',
  'customerData.not-recognised':
    'Nicht erkannt: Der Vorgang kommt an, aber unterwegs führt nichts die beiden Schlüssel zusammen.',
  'customerData.unstated': 'Nicht bekannt: Ein Ende sagt nicht, woran die Kundin erkannt wird.',
};
