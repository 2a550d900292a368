import type { Decision, PersonId, ResolvePerson } from '@kindred/domain';
import { viewOf } from './said-in-time';

/** What a face is said to be: somebody, a stranger nobody cares about, no face, or nothing. */
type Word = PersonId | 'ignored' | 'deleted' | null;

export interface SaidAboutFace {
  readonly here: readonly Decision[];
  readonly fromElsewhere: readonly Decision[];
  /** What had to be said besides, so that the later word holds. */
  readonly corrections: readonly Decision[];
}

/**
 * Whether one face was said to be something else here: `changed` when that holds no more, `kept` when it holds and what
 * came from elsewhere does not.
 */
export function conflictOf(
  { here, fromElsewhere, corrections }: SaidAboutFace,
  resolve: ResolvePerson,
): 'changed' | 'kept' | null {
  if (here.length === 0 || fromElsewhere.length === 0) return null;
  const wordOf = (decisions: readonly Decision[]): Word => {
    const { assigned, ignored, deletedAt } = viewOf(decisions, resolve);
    if (deletedAt !== null) return 'deleted';
    return ignored ? 'ignored' : assigned;
  };
  const before = wordOf(here);
  const after = wordOf([...here, ...fromElsewhere, ...corrections]);
  if (before !== after) return before === null ? null : 'changed';
  const wanted = wordOf(fromElsewhere);
  return wanted === null || wanted === after ? null : 'kept';
}
