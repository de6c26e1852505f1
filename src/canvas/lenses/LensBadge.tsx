import type { LensSays } from '../../analysis/lenses/lens';
import { asideLook, lensLook } from './lensLooks';
import { asideText, lensText, spokenLens } from './lensText';

/** What the lens says of a system, under its name in the gutter. */
export function LensBadge({ says }: { readonly says: LensSays }) {
  const { icon: Icon, tone } = lensLook(says.mark);
  return (
    <span className="gutter-owner" title={spokenLens(says)}>
      {says.aside !== null && (
        <>
          <span data-tone={asideLook(says.aside).tone}>{asideText(says.aside)}</span>
          {' · '}
        </>
      )}
      <span data-tone={tone === 'own' ? undefined : tone}>
        {Icon && <Icon className="gutter-mark" size={11} strokeWidth={2} aria-hidden />}
        <span dir="auto">{lensText(says)}</span>
      </span>
    </span>
  );
}
