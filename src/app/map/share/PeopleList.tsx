import { UserRoundMinus } from 'lucide-react';
import { mapRoles, type MapRole } from '../../../model/access';
import type { AccessPerson } from '../../../model/mapAccess';
import { formatDay } from '../../../ui/i18n/format';
import { IconButton } from '../../../ui/IconButton';
import { t } from '../../../ui/i18n/t';
import { List, ListRow } from '../../../ui/ListRow';
import { Section } from '../../../ui/Section';
import { Select } from '../../../ui/Select';

interface PeopleListProps {
  readonly people: readonly AccessPerson[];
  /** Whether the reader may change and remove. */
  readonly isOwner: boolean;
  readonly onRole: (person: AccessPerson, role: MapRole) => void;
  readonly onRemove: (person: AccessPerson) => void;
}

/** What a person is called. */
export function personName({ name }: Pick<AccessPerson, 'name'>): string {
  return name === '' ? t('sharing.people.unnamed') : name;
}

/** Everybody who may open the map, who of them is here, and what each may do. */
export function PeopleList({ people, isOwner, onRole, onRemove }: PeopleListProps) {
  return (
    <Section title={t('sharing.people')} count={people.length}>
      <List label={t('sharing.people')}>
        {people.map((person) => {
          const name = personName(person);
          return (
            <ListRow
              key={person.id}
              tone={person.isHere ? 'it' : null}
              label={person.isYou ? t('sharing.people.you', { name }) : name}
              secondLine={personFacts(person)}
              trailing={
                isOwner ? (
                  <span className="sharing-row-buttons">
                    <Select
                      label={t('sharing.people.role', { name })}
                      hideLabel
                      quiet
                      options={mapRoles.map((value) => ({ value, label: t(`sharing.role.${value}`) }))}
                      value={person.role}
                      onChange={(role) => role && onRole(person, role)}
                    />
                    <IconButton
                      label={t('sharing.people.remove', { name })}
                      icon={UserRoundMinus}
                      onClick={() => onRemove(person)}
                    />
                  </span>
                ) : (
                  t(`sharing.role.${person.role}`)
                )
              }
            />
          );
        })}
      </List>
    </Section>
  );
}

function personFacts({ isHere, hasAccount, link, endsAt }: AccessPerson): string {
  const facts = [hasAccount ? t('sharing.people.account') : t('sharing.people.guest')];
  if (isHere) facts.unshift(t('sharing.people.here'));
  if (link !== null && link !== '') facts.push(t('sharing.people.byLink', { label: link }));
  if (endsAt !== null) facts.push(t('sharing.people.until', { when: formatDay(endsAt) }));
  return facts.join(' · ');
}
