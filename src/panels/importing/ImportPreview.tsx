import { useMemo } from 'react';
import type { ImportCandidate } from '../../interchange/candidates';
import { groupReport, type ReportLine } from '../../interchange/groupReport';
import type { ImportFilesResult } from '../../interchange/importFiles';
import type { ReportEntry, ReportLevel } from '../../interchange/importResult';
import { withoutUnticked } from '../../interchange/candidates';
import { mergeBundle, mergeReport } from '../../interchange/mergeBundle';
import type { JoiningWords } from '../../interchange/words/en/joiningWords';
import { kinds } from '../../model/kinds';
import type { Journey } from '../../model/resolve';
import { Checkbox } from '../../ui/Checkbox';
import { t } from '../../ui/i18n/t';
import { Section } from '../../ui/Section';

interface ImportPreviewProps {
  readonly result: Extract<ImportFilesResult, { readonly ok: true }>;
  readonly ticked: ReadonlySet<string>;
  readonly words: JoiningWords;
  /** The journey of the map it goes into; null for a new map. */
  readonly into: (() => Journey) | null;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
}

/** What would be made, what may be left out, and everything that was guessed, changed or refused. */
export function ImportPreview({ result, ticked, words, into, onTick }: ImportPreviewProps) {
  const chosen = useMemo(() => withoutUnticked(result, ticked), [result, ticked]);
  const { bundle, notes } = useMemo(
    () => (into ? mergeBundle(chosen, into()) : { bundle: chosen, notes: [] }),
    [chosen, into],
  );
  const counts = kinds.filter((kind) => bundle[kind].length > 0);
  return (
    <div className="importing-preview">
      <Section title={t('importing.willBeMade')} headingLevel={3}>
        {bundle.map.title && <p className="importing-map-title">{bundle.map.title}</p>}
        <ul className="importing-counts">
          {counts.map((kind) => (
            <li key={kind}>{t(`model.count.${kind}`, { count: bundle[kind].length })}</li>
          ))}
        </ul>
        {counts.length === 0 && <p className="importing-quiet">{t('importing.nothing')}</p>}
      </Section>
      {result.candidates.length > 0 && (
        <Candidates candidates={result.candidates} ticked={ticked} onTick={onTick} />
      )}
      <Report report={[...result.report, ...mergeReport(notes, words)]} />
    </div>
  );
}

function Candidates({
  candidates,
  ticked,
  onTick,
}: Pick<ImportPreviewProps, 'ticked' | 'onTick'> & { readonly candidates: readonly ImportCandidate[] }) {
  const tick = (id: string, isOn: boolean): void => {
    const next = new Set(ticked);
    if (isOn) next.add(id);
    else next.delete(id);
    onTick(next);
  };
  return (
    <Section title={t('importing.candidates')} headingLevel={3} count={candidates.length}>
      <div className="importing-candidates">
        {candidates.map(({ id, name, note }) => (
          <Checkbox
            key={id}
            label={name}
            description={note}
            checked={ticked.has(id)}
            onChange={(isOn) => tick(id, isOn)}
          />
        ))}
      </div>
    </Section>
  );
}

/** Worst first: what was lost before what was only guessed. */
const levels: readonly ReportLevel[] = [
  'refused',
  'ignored',
  'clamped',
  'repaired',
  'guessed',
  'merged',
  'renamed',
];
/** Lines of one level that are shown at once; the rest can be unfolded. */
const shownLines = 8;

function Report({ report }: { readonly report: readonly ReportEntry[] }) {
  if (report.length === 0) return <p className="importing-quiet">{t('importing.clean')}</p>;
  return (
    <Section title={t('importing.report')} headingLevel={3} count={report.length}>
      {levels.map((level) => {
        const entries = report.filter((entry) => entry.level === level);
        if (entries.length === 0) return null;
        const lines = groupReport(entries);
        const rest = lines.slice(shownLines);
        return (
          <div key={level} className="importing-level">
            <h4>{t(`importing.level.${level}`, { count: entries.length })}</h4>
            <ReportLines lines={lines.slice(0, shownLines)} />
            {rest.length > 0 && (
              <details>
                <summary>{t('importing.more', { count: rest.length })}</summary>
                <ReportLines lines={rest} />
              </details>
            )}
          </div>
        );
      })}
    </Section>
  );
}

function ReportLines({ lines }: { readonly lines: readonly ReportLine[] }) {
  return (
    <ul className="importing-lines">
      {lines.map(({ entry, more }) => (
        <li key={`${entry.message} ${entry.pointer ?? ''} ${placeOf(entry)}`}>
          {entry.message} <span className="importing-quiet">{placeOf(entry)}</span>
          {more > 0 && <div className="importing-quiet">{t('importing.moreLikeThis', { count: more })}</div>}
        </li>
      ))}
    </ul>
  );
}

function placeOf({ file, line, pointer }: ReportEntry): string {
  const inside = line === undefined ? pointer : t('importing.line', { line });
  return [file, inside].filter((part) => part !== undefined).join(', ');
}
