import type { AccessLink } from '../../../model/mapAccess';
import { formatAgo, formatDay } from '../../../ui/i18n/format';
import { t } from '../../../ui/i18n/t';

/** What a link is called. */
export function linkName({ label }: Pick<AccessLink, 'label'>): string {
  return label === '' ? t('sharing.links.unnamed') : label;
}

/** Whether nobody can come by a link any more. */
export function hasEnded({ revokedAt, expiresAt, usesLeft }: AccessLink, now: number): boolean {
  return revokedAt !== null || (expiresAt !== null && expiresAt <= now) || usesLeft === 0;
}

/** What a link allows, until when, how often it was used, and by whom it was made: in the order of that question. */
export function linkFacts(link: AccessLink, myName: string, now: number): string {
  const { role, usesLeft, used, createdBy, lastUsedAt } = link;
  const facts = [t(`sharing.role.${role}`), endText(link, now)];
  if (usesLeft !== null && usesLeft > 0 && !hasEnded(link, now))
    facts.push(t('sharing.link.uses', { count: usesLeft }));
  facts.push(
    lastUsedAt === null
      ? t('sharing.link.unused')
      : t('sharing.link.used', { count: used, when: formatAgo(lastUsedAt, now) }),
  );
  if (createdBy !== '')
    facts.push(createdBy === myName ? t('sharing.link.byYou') : t('sharing.link.by', { name: createdBy }));
  return facts.join(' · ');
}

function endText({ revokedAt, expiresAt, usesLeft }: AccessLink, now: number): string {
  if (revokedAt !== null) return t('sharing.link.revoked', { when: formatAgo(revokedAt, now) });
  if (expiresAt !== null && expiresAt <= now)
    return t('sharing.link.expired', { when: formatAgo(expiresAt, now) });
  if (usesLeft === 0) return t('sharing.link.usedUp');
  if (expiresAt === null) return t('sharing.link.forever');
  return t('sharing.link.until', { when: formatDay(expiresAt) });
}
