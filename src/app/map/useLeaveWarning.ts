import { useEffect } from 'react';
import { useSession } from '../../store/openMap';

/** Has the browser ask before the page is closed while what was made here is stored nowhere. */
export function useLeaveWarning(): void {
  const isAtRisk = useSession(({ save }) => save.kind === 'not-saved' && save.reason !== 'refused');
  useEffect(() => {
    if (!isAtRisk) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isAtRisk]);
}
