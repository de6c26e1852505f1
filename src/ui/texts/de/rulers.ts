import type { TranslationOf } from '../../i18n/createTranslator';
import type { rulersTexts as original } from '../en/rulers';

/** Texts of rulers, the stage schemes over the journey, in German. */
export const rulersTexts: TranslationOf<typeof original> = {
  'rulers.menu': 'Phasenmodell: {name}',
  'rulers.only': 'Dieses Phasenmodell allein zeigen',
  'rulers.all': 'Alle Phasenmodelle zeigen',
  'rulers.hide': 'Seine Phasen ausblenden',
  'rulers.show': 'Seine Phasen einblenden',
  'rulers.hidden': '{name}, ausgeblendet',
  'rulers.details': 'Name und Phasen',
  'rulers.stageHere': 'Phase darauf anlegen',
  'rulers.stageOverSelection': 'Phase über die Auswahl legen',
  'rulers.add': 'Weiteres Phasenmodell',
  'rulers.newName': 'Phasenmodell {number}',
  'rulers.shownAlone': 'Nur das Phasenmodell {name} ist zu sehen',
  'rulers.shownAll': 'Alle Phasenmodelle sind zu sehen',
  'rulers.split': 'Phase teilen',
  'rulers.merge': 'Phasen vereinen',
  'rulers.mergeNext': 'Mit der nächsten Phase vereinen',
  'rulers.later': '{name}, später',
  'rulers.joined': '{first} und {second}',
  'rulers.wasSplit': 'Die Phase wurde geteilt',
  'rulers.wasMerged': 'Die Phasen wurden vereint',
  'rulers.noNext': 'Auf diesem Phasenmodell folgt keine Phase mehr',
  'rulers.tooShort': 'Die Phase ist zu kurz zum Teilen',
  'rulers.inStages': 'In {stages}',
};
