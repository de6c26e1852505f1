import { ImagePlus } from 'lucide-react';
import { useRef } from 'react';
import { useOpenMap } from '../../../store/openMap';
import { Button } from '../../../ui/Button';
import { t } from '../../../ui/i18n/t';

/** Chooses pictures from this device for the evidence of a touchpoint. */
export function AddPicture({ touchpoint }: { readonly touchpoint: string }) {
  const { view } = useOpenMap();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant="ghost" size="s" icon={ImagePlus} onClick={() => picker.current?.click()}>
        {t('pictures.add')}
      </Button>
      <input
        ref={picker}
        type="file"
        accept="image/png,image/jpeg,image/webp,image/gif"
        multiple
        hidden
        data-testid="picture-input"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          if (files.length > 0) view.setState({ pictureIntake: { touchpoint, files, link: null } });
          target.value = '';
        }}
      />
    </>
  );
}
