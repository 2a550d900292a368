import { Check, Minus } from 'lucide-react';

/** The round mark of everything that can be selected; drawn only, the role is on the element around it. */
export function CheckMark({ state }: { state: 'all' | 'some' | 'none' }) {
  return (
    <span className="check-mark" data-state={state} aria-hidden>
      {state === 'some' ? <Minus size={14} strokeWidth={3} /> : <Check size={14} strokeWidth={3} />}
    </span>
  );
}
