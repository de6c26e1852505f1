import { en } from '../texts/en';
import { createTranslator } from './createTranslator';
import { language } from './language';

/** The key of any text of the app. */
export type TextKey = keyof typeof en;

/** Text of the interface in the user's language: `t('menu.undoThing', { thing: 'Pay' })`. Keys and places are typed. */
export const t = createTranslator<typeof en>(language, en);
