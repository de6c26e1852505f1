import type { LensSays } from '../../analysis/lenses/lens';
import { asideLook, lensLook } from './lensLooks';
import { asideText, lensText, spokenLens } from './lensText';

/** The second line of a card: the lens's sign and its few words, and beside them what else it shows. */
export function LensLine({ says }: { readonly says: LensSays }) {
  const { icon: Icon, tone } = lensLook(says.mark);
  const text = lensText(says);
  return (
    <div className="card-owner" data-tone={tone === 'own' ? undefined : tone} title={spokenLens(says)}>
      {says.mark === 'owner' ? (
        <span className="card-owner-square" aria-hidden />
      ) : (
        Icon && <Icon size={13} strokeWidth={1.9} aria-hidden />
      )}
      <span className="card-owner-name" dir="auto">
        {text}
      </span>
      <Aside says={says} />
    </div>
  );
}

function Aside({ says: { aside } }: { readonly says: LensSays }) {
  if (aside === null) return null;
  const { icon: Icon, tone } = asideLook(aside);
  return (
    Icon && (
      <span className="card-aside" data-tone={tone} title={asideText(aside)}>
        <Icon size={13} strokeWidth={1.9} aria-hidden />
      </span>
    )
  );
}
