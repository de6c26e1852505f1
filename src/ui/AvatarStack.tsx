import { Avatar } from './Avatar';
import { t } from './i18n/t';
import type { Tone } from './tone';

export interface StackedPerson {
  readonly id: string;
  readonly name: string;
  readonly tone?: Tone | null | undefined;
}

export interface AvatarStackProps {
  readonly people: readonly StackedPerson[];
  /** How many are drawn before the rest becomes a number. */
  readonly max?: number | undefined;
  readonly label: string;
  readonly size?: number | undefined;
}

/** Several people, overlapping, and how many more there are. */
export function AvatarStack({ people, max = 4, label, size = 30 }: AvatarStackProps) {
  const shown = people.length > max + 1 ? people.slice(0, max) : people;
  const rest = people.length - shown.length;
  return (
    <span className="ui-avatar-stack" role="group" aria-label={label}>
      {shown.map((person) => (
        <Avatar key={person.id} name={person.name} tone={person.tone} size={size} />
      ))}
      {rest > 0 && <Avatar name={t('ui.morePeople', { count: rest })} initials={`+${rest}`} size={size} />}
    </span>
  );
}
