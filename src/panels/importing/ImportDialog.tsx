import { useCallback, useEffect, useId, useState } from 'react';
import { suggestedIds, withoutUnticked } from '../../interchange/candidates';
import type { ChosenFile } from '../../interchange/chosenFile';
import type { ImportFilesResult } from '../../interchange/importFiles';
import type { OpeningWords } from '../../interchange/words/importWords';
import type { Bundle } from '../../model/bundle';
import type { Journey } from '../../model/resolve';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorBanner } from '../../ui/ErrorBanner';
import { t } from '../../ui/i18n/t';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { Spinner } from '../../ui/Spinner';
import { ChooseFiles } from './ChooseFiles';
import { ImportPreview } from './ImportPreview';
import { readInWorker, textsOf } from './readInWorker';
import './importing.css';

export type ImportTarget = 'new' | 'open';

export interface ImportDialogProps {
  readonly open: boolean;
  /** Files that were chosen or dropped already; none asks for some. */
  readonly files: readonly File[];
  /** What reading files and fitting them into the map says, in the language of the interface. */
  readonly words: OpeningWords;
  /** The journey of the open map, when there is one to import into. */
  readonly openJourney: (() => Journey) | null;
  readonly onClose: () => void;
  readonly onImported: (bundle: Bundle, choice: { readonly into: ImportTarget }) => void;
}

type Step =
  | { readonly kind: 'choose'; readonly problem: string | null }
  | { readonly kind: 'reading' }
  | { readonly kind: 'preview'; readonly result: Extract<ImportFilesResult, { readonly ok: true }> };

/** Imports other tools' files: choose, see what would be made and what was guessed, then decide where it goes. */
export function ImportDialog({ open, files, words, openJourney, onClose, onImported }: ImportDialogProps) {
  const [step, setStep] = useState<Step>(
    files.length > 0 ? { kind: 'reading' } : { kind: 'choose', problem: null },
  );
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [into, setInto] = useState<ImportTarget>(openJourney ? 'open' : 'new');
  const [pasted, setPasted] = useState('');
  const formId = useId();

  const show = useCallback((result: ImportFilesResult): void => {
    if (result.ok) {
      setTicked(suggestedIds(result));
      setStep({ kind: 'preview', result });
    } else setStep({ kind: 'choose', problem: result.refusal.message });
  }, []);
  const readTexts = useCallback(
    async (texts: readonly ChosenFile[]): Promise<void> => {
      setStep({ kind: 'reading' });
      show(await readInWorker({ files: texts, language: words.language }));
    },
    [show, words],
  );
  const readFiles = useCallback(
    async (chosen: readonly File[]): Promise<void> => {
      if (chosen.length === 0) return;
      const texts = await textsOf(chosen, words.files);
      if ('ok' in texts) show(texts);
      else await readTexts(texts);
    },
    [readTexts, show, words],
  );
  useEffect(() => {
    let isGone = false;
    if (files.length === 0) return undefined;
    void textsOf(files, words.files)
      .then((texts) => ('ok' in texts ? texts : readInWorker({ files: texts, language: words.language })))
      .then((result) => {
        if (!isGone) show(result);
      });
    return () => {
      isGone = true;
    };
  }, [files, show, words]);

  const apply = (): void => {
    if (step.kind === 'preview') onImported(withoutUnticked(step.result, ticked), { into });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t('importing.title')}
      size="l"
      footer={
        step.kind === 'preview' && (
          <>
            {openJourney && (
              <SegmentedControl<ImportTarget>
                label={t('importing.into')}
                options={[
                  { value: 'open', label: t('importing.intoOpen') },
                  { value: 'new', label: t('importing.intoNew') },
                ]}
                value={into}
                onChange={setInto}
              />
            )}
            <Button onClick={() => setStep({ kind: 'choose', problem: null })}>{t('importing.back')}</Button>
            <Button variant="primary" onClick={apply}>
              {t('importing.apply')}
            </Button>
          </>
        )
      }
    >
      {step.kind === 'choose' && (
        <>
          {step.problem !== null && (
            <ErrorBanner title={t('importing.refused')} urgent>
              {step.problem}
            </ErrorBanner>
          )}
          <ChooseFiles
            formId={formId}
            text={pasted}
            onType={setPasted}
            onFiles={(chosen) => void readFiles(chosen)}
            onRead={() => void readTexts([{ name: t('importing.pastedName'), text: pasted }])}
          />
        </>
      )}
      {step.kind === 'reading' && (
        <p className="importing-wait">
          <Spinner /> {t('importing.reading')}
        </p>
      )}
      {step.kind === 'preview' && (
        <ImportPreview
          result={step.result}
          ticked={ticked}
          words={words.joining}
          into={into === 'open' ? openJourney : null}
          onTick={setTicked}
        />
      )}
    </Dialog>
  );
}
