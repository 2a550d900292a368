import { EyeOff } from 'lucide-react';
import { strings } from '../strings/en';
import './hidden-mark.css';

/** Says of somebody that they are out of sight among people. */
export function HiddenMark() {
  return (
    <span className="hidden-mark">
      <EyeOff size={13} aria-hidden />
      {strings.people.hidden}
    </span>
  );
}
