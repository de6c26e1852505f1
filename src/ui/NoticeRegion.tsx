import { X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from './Button';
import { t } from './i18n/t';
import { IconButton } from './IconButton';
import { notices } from './notices';
import type { Notice } from './notices';
import './NoticeRegion.css';

const plainMs = 6_000;
/** With something to do about it there is longer to reach the button (WCAG 2.2.1 asks for time). */
const withActionMs = 12_000;

/** Draws the notices at the foot of the page. Mounted once, by UiRoot. */
export function NoticeRegion() {
  const shown = useSyncExternalStore(notices.subscribe, notices.current);
  const [spoken, silent] = [shown.filter(({ isSaid }) => !isSaid), shown.filter(({ isSaid }) => isSaid)];
  const room = useSyncExternalStore(notices.subscribe, notices.room);
  return (
    <section
      className="ui-notices"
      style={room > 0 ? { bottom: room } : undefined}
      aria-label={t('ui.notices')}
    >
      <div className="ui-notices-list" role="status" aria-live="polite" aria-relevant="additions text">
        {spoken.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} />
        ))}
      </div>
      {silent.length > 0 && (
        <div className="ui-notices-list">
          {silent.map((notice) => (
            <NoticeCard key={notice.id} notice={notice} />
          ))}
        </div>
      )}
    </section>
  );
}

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const [isHeld, setHeld] = useState(false);
  const stays = isHeld || notice.stays === true || notice.tone === 'danger';

  useEffect(() => {
    if (stays) return undefined;
    const timer = setTimeout(() => notices.dismiss(notice.id), notice.action ? withActionMs : plainMs);
    return () => clearTimeout(timer);
  }, [stays, notice]);

  const Icon = notice.icon;
  const act = (): void => {
    notice.action?.onSelect();
    notices.dismiss(notice.id);
  };
  return (
    <div
      className="ui-notice"
      data-tone={notice.tone}
      role={notice.tone === 'danger' ? 'alert' : undefined}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {Icon && <Icon size={16} aria-hidden />}
      <span className="ui-notice-text">{notice.text}</span>
      {notice.action && (
        <Button size="s" onClick={act}>
          {notice.action.label}
        </Button>
      )}
      <IconButton label={t('ui.dismiss')} icon={X} size="s" onClick={() => notices.dismiss(notice.id)} />
    </div>
  );
}
