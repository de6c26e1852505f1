import { useLayoutEffect, useState } from 'react';
import { standInId } from '../canvas/picture/standInId';
import { t } from '../ui/i18n/t';

function showStandIn(isShown: boolean): void {
  const standIn = document.getElementById(standInId);
  if (standIn) standIn.hidden = !isShown;
}

/** Stands where a map will be in a moment, over the picture of it where there is one. */
export function Opening() {
  const [isOverPicture] = useState(() => document.getElementById(standInId) !== null);
  useLayoutEffect(() => {
    showStandIn(true);
    // Whatever comes in place of this page is not covered; the canvas takes the picture over.
    return () => showStandIn(false);
  }, []);
  return (
    <main className="page-message page-opening" data-over={isOverPicture || undefined} aria-busy>
      <p className="quiet-text">{t('app.page.opening')}</p>
    </main>
  );
}
