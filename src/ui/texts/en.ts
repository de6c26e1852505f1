import { appTexts } from './en/app';
import { canvasTexts } from './en/canvas';
import { clipboardTexts } from './en/clipboard';
import { commentsTexts } from './en/comments';
import { customerDataTexts } from './en/customerData';
import { deletedTexts } from './en/deleted';
import { filterTexts } from './en/filter';
import { findingsTexts } from './en/findings';
import { importingTexts } from './en/importing';
import { inspectorTexts } from './en/inspector';
import { lightTexts } from './en/light';
import { lensesTexts } from './en/lenses';
import { modelTexts } from './en/model';
import { newsTexts } from './en/news';
import { paletteTexts } from './en/palette';
import { pathsTexts } from './en/paths';
import { picturesTexts } from './en/pictures';
import { trialTexts } from './en/trial';
import { sharingTexts } from './en/sharing';
import { rulersTexts } from './en/rulers';
import { reachTexts } from './en/reach';
import { notesTexts } from './en/notes';
import { tidyTexts } from './en/tidy';
import { tableTexts } from './en/table';
import { scoresTexts } from './en/scores';
import { uiTexts } from './en/ui';

/**
 * Every text of the interface, in English, flat and by key. A feature has a file of its own; keys begin with the feature's
 * name. Places are `{name}`; a text that counts is `{ one, other }` with `{count}`.
 */
export const en = {
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
} as const;
