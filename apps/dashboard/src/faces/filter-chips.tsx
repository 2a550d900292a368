import { X } from 'lucide-react';
import { strings } from '../strings/en';
import { isLimited } from './board-address';
import { type FaceLimits } from './face-criteria';
import { chipsOf } from './limit-chips';
import './filters.css';

interface FilterChipsProps {
  limits: FaceLimits;
  limit: (limits: FaceLimits) => void;
  onlyWhileLimited: boolean;
}

/** What faces are narrowed to; each can be taken away by itself. */
export function FilterChips({ limits, limit, onlyWhileLimited }: FilterChipsProps) {
  if (!isLimited(limits)) return null;
  return (
    <ul className="filter-chips" aria-label={strings.filters.title}>
      {chipsOf(limits).map(({ text, rest }) => (
        <li key={text}>
          <button className="filter-chip" aria-label={strings.filters.drop(text)} onClick={() => limit(rest)}>
            <span dir="auto">{text}</span>
            <X size={14} aria-hidden />
          </button>
        </li>
      ))}
      <li>
        <button className="filter-chip filter-chip--clear" onClick={() => limit({})}>
          {strings.filters.clear}
        </button>
      </li>
      {onlyWhileLimited && <li className="filter-chips__note">{strings.filters.together}</li>}
    </ul>
  );
}
