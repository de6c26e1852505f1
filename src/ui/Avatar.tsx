import { initialsOf } from './initialsOf';
import type { Tone } from './tone';
import './Avatar.css';

export interface AvatarProps {
  readonly name: string;
  /** Colour of the ring: the person's function. */
  readonly tone?: Tone | null | undefined;
  /** At most three letters; taken from the name when left out. */
  readonly initials?: string | undefined;
  /** Edge length in px. */
  readonly size?: number | undefined;
}

/** A person as initials in a ring of their function's colour. */
export function Avatar({ name, tone, initials, size = 30 }: AvatarProps) {
  return (
    <span
      className="ui-avatar"
      data-tone={tone ?? 'neutral'}
      role="img"
      aria-label={name}
      title={name}
      style={{ width: size, height: size, fontSize: size * 0.36 }}
    >
      {/* Drawn, not text: inside a button the letters would have to be part of its name. */}
      <span aria-hidden data-initials={initials ?? initialsOf(name)} />
    </span>
  );
}
