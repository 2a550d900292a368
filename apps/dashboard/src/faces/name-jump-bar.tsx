import { strings } from '../strings/en';
import { type NameJumps } from './use-name-jumps';
import './name-jumps.css';

/** The letters that names begin with: each leads there at once, however many people come before. */
export function NameJumpBar({ all, current, jump }: NameJumps) {
  if (all.length === 0) return null;
  const chosen = current ?? all[0];
  return (
    <nav className="name-jumps" aria-label={strings.board.letters}>
      {all.map((each) => (
        <button
          key={each.initial}
          aria-current={each === chosen ? 'true' : undefined}
          aria-label={strings.board.letter(each.initial)}
          onClick={() => jump(each)}
        >
          {each.initial}
        </button>
      ))}
    </nav>
  );
}
