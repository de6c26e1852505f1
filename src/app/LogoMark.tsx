/** The mark: one line through the points of a journey. */
export function LogoMark() {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      aria-hidden
    >
      <circle cx="4" cy="5" r="2.1" />
      <circle cx="16" cy="10" r="2.1" />
      <circle cx="4" cy="15" r="2.1" />
      <path d="M6.1 5H11a3 3 0 0 1 2.9 3M13.9 12A3 3 0 0 1 11 15H6.1" strokeLinecap="round" />
    </svg>
  );
}
