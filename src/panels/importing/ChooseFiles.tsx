import { Upload } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../../ui/Button';
import { t } from '../../ui/i18n/t';
import { TextArea } from '../../ui/TextArea';

interface ChooseFilesProps {
  readonly formId: string;
  /** What is pasted so far: kept by the dialog, so that a refused text can be mended. */
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onRead: () => void;
}

/** Files from a picker, or a text pasted from wherever it stands. */
export function ChooseFiles({ formId, text, onType, onFiles, onRead }: ChooseFilesProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className="importing-choose">
      <p className="importing-quiet">{t('importing.explain')}</p>
      <Button icon={Upload} variant="primary" onClick={() => picker.current?.click()}>
        {t('importing.choose')}
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        data-testid="import-file-input"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <form
        id={formId}
        className="importing-paste"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') onRead();
        }}
      >
        <TextArea
          label={t('importing.paste')}
          value={text}
          onChange={onType}
          minRows={6}
          placeholder={'journey\n  title …\n  section …\n    Pay: 3: Customer'}
          spellCheck={false}
        />
        <Button type="submit" disabled={text.trim() === ''}>
          {t('importing.readText')}
        </Button>
      </form>
    </div>
  );
}
