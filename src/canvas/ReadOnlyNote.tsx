import { Eye } from 'lucide-react';
import { useMirror, useSession } from '../store/openMap';
import { t } from '../ui/i18n/t';
import './ReadOnlyNote.css';

/**
 * What whoever came by a link may do here, where that is to look or to comment, said once and quietly: it is how things are,
 * nothing to act on.
 */
export function ReadOnlyNote() {
  const readOnly = useMirror((mirror) => mirror.readOnly);
  const role = useSession((session) => session.role);
  const isEnded = useSession((session) => session.connection.kind === 'ended');
  if (!readOnly || isEnded || (role !== 'viewer' && role !== 'commenter')) return null;
  return (
    <p className="read-only-note" role="status">
      <Eye size={14} aria-hidden /> {t(`sharing.${role}`)}
    </p>
  );
}
