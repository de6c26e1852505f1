import { useEffect } from 'react';
import { useView } from '../../store/openMap';
import type { PageMap } from './MapPage';

/** Reads pictures that were pasted, dropped or chosen; what that needs is fetched when there is one. */
export function usePictureIntake(map: PageMap): void {
  const intake = useView((view) => view.pictureIntake);
  useEffect(() => {
    if (!intake) return;
    map.view.setState({ pictureIntake: null });
    void import('../../panels/pictures/takePictures').then(({ takePictures }) => takePictures(map, intake));
  }, [map, intake]);
}
