import { useStoreApi } from '@xyflow/react';
import { Maximize } from 'lucide-react';
import { useEffect, useState } from 'react';
import { isAnythingIn } from '../layout/visibleIds';
import { useDerived } from '../store/derived';
import { useOpenMap } from '../store/openMap';
import { Button } from '../ui/Button';
import { t } from '../ui/i18n/t';
import { gutterWidthAt } from './camera/fitViewport';
import './NothingInView.css';

/** Looked at once the view has rested so long, ms: on the way to somewhere one passes empty places. */
const restMs = 400;

/** The way back from a place where there is nothing of the map to see. */
export function NothingInView() {
  const store = useStoreApi();
  const { view } = useOpenMap();
  const geometry = useDerived((state) => state.geometry);
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let seen: readonly number[] | null = null;
    const look = (): void => {
      const { width, height, transform } = store.getState();
      const [x, y, zoom] = transform;
      const left = gutterWidthAt(zoom);
      const inView = {
        x: (left - x) / zoom,
        y: -y / zoom,
        width: (width - left) / zoom,
        height: height / zoom,
      };
      setLost(width > left && geometry.cards.length > 0 && !isAnythingIn(geometry, inView));
    };
    const follow = (): void => {
      const { transform } = store.getState();
      if (transform === seen) return;
      seen = transform;
      clearTimeout(timer);
      timer = setTimeout(look, restMs);
    };
    follow();
    const stop = store.subscribe(follow);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store, geometry]);
  if (!isLost) return null;
  return (
    <div className="nothing-in-view" role="status">
      <p>{t('canvas.nothingInView')}</p>
      <Button icon={Maximize} onClick={() => view.setState({ cameraRequest: { kind: 'fit' } })}>
        {t('canvas.showMap')}
      </Button>
    </div>
  );
}
