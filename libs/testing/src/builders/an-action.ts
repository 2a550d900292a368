import type { Action, Deed } from '@kindred/domain';
import { NOON } from './a-photo';
import { aDecisionId, type Seed } from './ids';

/** Something that somebody did to people. */
export function anAction(deed: Deed, facts: Partial<Action> & { readonly seed?: Seed } = {}): Action {
  const { seed = 1, ...given } = facts;
  return {
    id: aDecisionId(`action ${seed}`),
    actor: 'somebody',
    at: NOON,
    deed,
    takesBack: null,
    decisions: 0,
    ...given,
  };
}
