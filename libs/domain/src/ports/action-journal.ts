import type { Action, LoggedAction } from '../action/action';

/**
 * The append-only journal of what humans did to people. An action is written down before anything of it is done, so
 * that what a crash cuts off is known and finished by the next start.
 */
export interface ActionJournal {
  /** Durable when it resolves; an action whose id is known is ignored. */
  begin(action: Action): Promise<void>;
  /** Says how an action ended. One that has ended already stays as it is; unknown ids are ignored. */
  settle(id: string, state: 'done' | 'refused'): Promise<void>;
  get(id: string): Promise<LoggedAction | null>;
  /** Actions that have begun and not ended, oldest first. */
  unsettled(): Promise<readonly LoggedAction[]>;
  /** Done actions with a sequence below `sequence`, or the last ones when it is null; newest first. */
  before(sequence: number | null, limit: number): Promise<readonly LoggedAction[]>;
}
