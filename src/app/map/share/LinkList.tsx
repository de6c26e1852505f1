import { Copy, Link2, Link2Off } from 'lucide-react';
import type { AccessLink } from '../../../model/mapAccess';
import { Button } from '../../../ui/Button';
import { t } from '../../../ui/i18n/t';
import { List, ListRow } from '../../../ui/ListRow';
import { Section } from '../../../ui/Section';
import { useServices } from '../../services';
import { hasEnded, linkFacts, linkName } from './linkText';

interface LinkListProps {
  readonly links: readonly AccessLink[];
  readonly myName: string;
  readonly onCopy: (secret: string) => void;
  readonly onRevoke: (link: AccessLink) => void;
}

/** The links that open the map, and folded below them those that once did. */
export function LinkList({ links, myName, onCopy, onRevoke }: LinkListProps) {
  const { entropy, linkSecrets } = useServices();
  const now = entropy.now();
  const alive = links.filter((link) => !hasEnded(link, now));
  const ended = links.filter((link) => hasEnded(link, now));
  return (
    <Section title={t('sharing.links')} count={alive.length}>
      {alive.length === 0 && <p className="quiet-text">{t('sharing.links.none')}</p>}
      <List label={t('sharing.links')}>
        {alive.map((link) => {
          const secret = linkSecrets.of(link.id);
          const name = linkName(link);
          return (
            <ListRow
              key={link.id}
              icon={Link2}
              label={name}
              secondLine={linkFacts(link, myName, now)}
              trailing={
                <span className="sharing-row-buttons">
                  <Button
                    size="s"
                    icon={Copy}
                    aria-label={t('sharing.copyOf', { label: name })}
                    disabled={secret === null}
                    title={secret === null ? t('sharing.link.elsewhere') : undefined}
                    onClick={() => secret !== null && onCopy(secret)}
                  >
                    {t('sharing.copy')}
                  </Button>
                  <Button
                    size="s"
                    aria-label={t('sharing.revokeOf', { label: name })}
                    onClick={() => onRevoke(link)}
                  >
                    {t('sharing.revoke')}
                  </Button>
                </span>
              }
            />
          );
        })}
      </List>
      {ended.length > 0 && (
        <details className="sharing-ended">
          <summary>{t('sharing.links.ended', { count: ended.length })}</summary>
          <List>
            {ended.map((link) => (
              <ListRow
                key={link.id}
                icon={Link2Off}
                label={linkName(link)}
                secondLine={linkFacts(link, myName, now)}
              />
            ))}
          </List>
        </details>
      )}
    </Section>
  );
}
