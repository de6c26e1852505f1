import { notices } from '../ui/notices';
import { t } from '../ui/i18n/t';

/**
 * Registers the service worker that lets the app start without a network. A new version is announced and loaded when
 * the user says so, never under their hands.
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
  let isReloading = false;
  const hadController = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (!hadController || isReloading) return;
    isReloading = true;
    location.reload();
  });
  if (registration.waiting && hadController) announceUpdate(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && hadController) announceUpdate(worker);
    });
  });
}

function announceUpdate(worker: ServiceWorker): void {
  notices.show({
    id: 'update',
    text: t('app.notice.update'),
    action: { label: t('app.notice.updateAction'), onSelect: () => worker.postMessage('take-over') },
  });
}
