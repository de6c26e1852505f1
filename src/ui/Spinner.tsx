import { LoaderCircle } from 'lucide-react';
import './Spinner.css';

export interface SpinnerProps {
  /** Edge length in px. */
  readonly size?: number | undefined;
  /** What is being waited for; left out where the element around it says so (aria-busy). */
  readonly label?: string | undefined;
}

/** Something is under way and its length is not known. */
export function Spinner({ size = 16, label }: SpinnerProps) {
  return (
    <span className="ui-spinner" role={label === undefined ? undefined : 'status'}>
      <LoaderCircle size={size} aria-hidden />
      {label !== undefined && <span className="visually-hidden">{label}</span>}
    </span>
  );
}
