import type { FaceId, Suggestion } from '@kindred/domain';
import type { UnknownGroup } from './unknown-group';

/** What a training wants to change. */
export interface SuggestionChange {
  /** Faces that are somebody with labeled faces. */
  readonly matched: readonly Suggestion[];
  /** Faces that belong to somebody nobody named. */
  readonly groups: readonly UnknownGroup[];
  /** Faces that are nobody: what was suggested for them no longer holds. */
  readonly alone: readonly FaceId[];
}
