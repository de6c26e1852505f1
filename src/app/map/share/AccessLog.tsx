import { ArrowLeft, Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { auditEvents } from '../../../doc/wire';
import type { AccessClient, AuditLine } from '../../../sync/accessClient';
import { Button } from '../../../ui/Button';
import { ErrorBanner } from '../../../ui/ErrorBanner';
import { formatMoment } from '../../../ui/i18n/format';
import { t } from '../../../ui/i18n/t';
import { List, ListRow } from '../../../ui/ListRow';
import { Spinner } from '../../../ui/Spinner';
import { downloadText } from '../../files';

interface AccessLogProps {
  readonly access: AccessClient;
  readonly onBack: () => void;
}

/** What happened with the map, for its owners to read and to take with them. */
export function AccessLog({ access, onBack }: AccessLogProps) {
  const [lines, setLines] = useState<readonly AuditLine[] | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let isLeft = false;
    void access.audit().then((read) => {
      if (isLeft) return;
      if (read.ok) setLines(read.value.lines);
      setFailed(!read.ok);
    });
    return () => {
      isLeft = true;
    };
  }, [access]);
  const saveCsv = async (): Promise<void> => {
    const csv = await access.auditCsv();
    if (csv.ok) downloadText('throughline-log.csv', csv.value, 'text/csv');
    else setFailed(true);
  };
  return (
    <>
      <p className="quiet-text">{t('sharing.log.text')}</p>
      <div className="sharing-log-buttons">
        <Button size="s" icon={ArrowLeft} onClick={onBack}>
          {t('sharing.log.back')}
        </Button>
        <Button size="s" icon={Download} disabled={!lines} onClick={() => void saveCsv()}>
          {t('sharing.log.csv')}
        </Button>
        <Button
          size="s"
          icon={Download}
          disabled={!lines}
          onClick={() =>
            downloadText('throughline-log.json', JSON.stringify(lines, null, 2), 'application/json')
          }
        >
          {t('sharing.log.json')}
        </Button>
      </div>
      {hasFailed && <ErrorBanner title={t('sharing.failed.offline')} urgent />}
      {!lines && !hasFailed && <Spinner size={20} />}
      {lines?.length === 0 && <p className="quiet-text">{t('sharing.log.none')}</p>}
      {lines && (
        <List label={t('sharing.log.title')}>
          {lines.map((line, index) => (
            <ListRow
              key={`${line.at} ${lines.length - index}`}
              label={`${line.name === '' ? t('sharing.people.unnamed') : line.name} ${eventText(line)}`}
              secondLine={formatMoment(Date.parse(line.at))}
            />
          ))}
        </List>
      )}
    </>
  );
}

function eventText({ event, detail }: AuditLine): string {
  // A newer server may tell of more.
  const known = auditEvents.find((one) => one === event);
  return known
    ? t(`sharing.log.event.${known}`, { detail })
    : t('sharing.log.event.other', { detail: event });
}
