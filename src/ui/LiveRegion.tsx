import { useEffect, useState } from 'react';
import { announcements } from './announcements';

/** Reads announcements out to screen readers. Mounted once, by UiRoot. */
export function LiveRegion() {
  const [spoken, setSpoken] = useState({ text: '', count: 0 });
  useEffect(
    () => announcements.subscribe((text) => setSpoken(({ count }) => ({ text, count: count + 1 }))),
    [],
  );
  return (
    <div className="visually-hidden" aria-live="polite" aria-atomic="true">
      {/* A fresh element each time, or the same words twice in a row would stay silent. */}
      <span key={spoken.count}>{spoken.text}</span>
    </div>
  );
}
