import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { systemEntropy } from '../model/ids';
import { openBroadcastChannel } from '../sync/channel';
import {
  browserProfile,
  noteAsked,
  readActor,
  readIdentity,
  wasAsked,
  writeIdentity,
} from '../sync/identity';
import { LinkSecrets } from '../sync/linkSecrets';
import { openLocalStore } from '../sync/openLocalStore';
import { UiRoot } from '../ui/UiRoot';
import { App } from './App';
import { readAhead } from './readAhead';
import { parseRoute } from './route';
import { ServicesContext, type Services } from './services';
import { tellFailedSignIn } from './signInOutcome';
import { applyTheme, readTheme } from './theme';
import { speakUsersLanguage } from './userLanguage';
import { registerUpdates } from './updates';
import './app.css';

applyTheme(readTheme());
// Whoever opens a large map sees it before anything else takes the time.
await globalThis.firstPicture;

const profile = browserProfile();
const store = openLocalStore(systemEntropy, openBroadcastChannel);
const services: Services = {
  store,
  readMap: readAhead(store, parseRoute(location.pathname)),
  entropy: systemEntropy,
  actor: readActor(profile, systemEntropy),
  readIdentity: () => readIdentity(profile),
  writeIdentity: (me) => writeIdentity(profile, me),
  wasAsked: () => wasAsked(profile),
  noteAsked: () => noteAsked(profile),
  linkSecrets: new LinkSecrets(profile),
};

await speakUsersLanguage();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <ServicesContext value={services}>
      <UiRoot>
        <App />
      </UiRoot>
    </ServicesContext>
  </StrictMode>,
);
tellFailedSignIn();
void registerUpdates();
void store.purgeDeleted();
