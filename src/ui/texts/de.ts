import type { TranslationOf } from '../i18n/createTranslator';
import { appTexts } from './de/app';
import { canvasTexts } from './de/canvas';
import { clipboardTexts } from './de/clipboard';
import { commentsTexts } from './de/comments';
import { customerDataTexts } from './de/customerData';
import { deletedTexts } from './de/deleted';
import { filterTexts } from './de/filter';
import { findingsTexts } from './de/findings';
import { importingTexts } from './de/importing';
import { inspectorTexts } from './de/inspector';
import { lightTexts } from './de/light';
import { lensesTexts } from './de/lenses';
import { modelTexts } from './de/model';
import { newsTexts } from './de/news';
import { paletteTexts } from './de/palette';
import { pathsTexts } from './de/paths';
import { picturesTexts } from './de/pictures';
import { trialTexts } from './de/trial';
import { sharingTexts } from './de/sharing';
import { rulersTexts } from './de/rulers';
import { reachTexts } from './de/reach';
import { notesTexts } from './de/notes';
import { tidyTexts } from './de/tidy';
import { tableTexts } from './de/table';
import { scoresTexts } from './de/scores';
import { uiTexts } from './de/ui';
import type { en } from './en';

/** Every text of the interface, in German; the compiler holds it to the English keys. */
export const de: TranslationOf<typeof en> = {
  ...uiTexts,
  ...modelTexts,
  ...appTexts,
  ...canvasTexts,
  ...inspectorTexts,
  ...importingTexts,
  ...customerDataTexts,
  ...deletedTexts,
  ...findingsTexts,
  ...newsTexts,
  ...paletteTexts,
  ...lightTexts,
  ...reachTexts,
  ...lensesTexts,
  ...filterTexts,
  ...pathsTexts,
  ...picturesTexts,
  ...trialTexts,
  ...sharingTexts,
  ...rulersTexts,
  ...clipboardTexts,
  ...commentsTexts,
  ...tableTexts,
  ...tidyTexts,
  ...notesTexts,
  ...scoresTexts,
};
