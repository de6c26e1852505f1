import { notices } from '../ui/notices';
import { t } from '../ui/i18n/t';

/**
 * Registers the service worker that lets the app start without a network. A new version is announced and loaded when
 * the user says so, never under their hands: only the tab in which it was asked for loads again, the others announce it.
 */
export async function registerUpdates(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  let registration: ServiceWorkerRegistration;
  try {
    registration = await navigator.serviceWorker.register('/sw.js');
  } catch {
    // Some private windows refuse service workers; the app works, it only needs the network to start.
    return;
  }
  let isAskedFor = false;
  const hadController = navigator.serviceWorker.controller !== null;
  const announceUpdate = (worker: ServiceWorker): void =>
    announce(t('app.notice.update'), () => {
      isAskedFor = true;
      worker.postMessage('take-over');
    });
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (!hadController) return;
    if (isAskedFor) location.reload();
    else announce(t('app.notice.updateElsewhere'), () => location.reload());
  });
  if (registration.waiting && hadController) announceUpdate(registration.waiting);
  document.addEventListener('visibilitychange', () => {
    // A tab that stays open for days never navigates, which is when the browser looks by itself.
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
  });
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && hadController) announceUpdate(worker);
    });
  });
}

function announce(text: string, onSelect: () => void): void {
  const action = { label: t('app.notice.updateAction'), onSelect };
  notices.show({ id: 'update', text, action, stays: true });
}
