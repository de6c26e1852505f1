const allowed: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** The address a link may lead to, or null: only the web and mail, never a script or a file. */
export function safeHref(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '' || !URL.canParse(trimmed)) return null;
  const { protocol, href } = new URL(trimmed);
  return allowed.has(protocol) ? href : null;
}
