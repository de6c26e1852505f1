import { useCallback, useState } from 'react';
import type { ShareProblem } from '../../sync/mapSession';
import { t } from '../../ui/i18n/t';
import { mapPath } from '../route';
import type { PageMap } from './MapPage';
import { copyText, type ShareState } from './ShareDialog';

function problemText(problem: ShareProblem): string {
  switch (problem) {
    case 'offline':
      return t('app.share.offline');
    case 'not-owner':
      return t('app.share.notOwner');
    case 'refused':
      return t('app.share.refused');
  }
}

/** Sharing a map: makes its room on the server, uploads it, and shows the link. */
export function useShare(map: PageMap): {
  readonly state: ShareState | null;
  readonly start: () => void;
  readonly close: () => void;
} {
  const [state, setState] = useState<ShareState | null>(null);
  const run = useCallback(async (): Promise<void> => {
    setState({ kind: 'working' });
    const shared = await map.share();
    if (!shared.ok) {
      setState({ kind: 'failed', text: problemText(shared.reason) });
      return;
    }
    const link = `${location.origin}${mapPath(map.id)}`;
    setState({ kind: 'shared', link, copied: await copyText(link) });
  }, [map]);
  const start = useCallback(() => void run(), [run]);
  const close = useCallback(() => setState(null), []);
  return { state, start, close };
}
