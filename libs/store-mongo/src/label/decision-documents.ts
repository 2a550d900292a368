import type { Decision, LoggedDecision } from '@kindred/domain';
import type { CollectionPlan } from '../database/indexes';

/** A decision as it is stored: by its sequence. */
export type DecisionDocument = Decision & { readonly _id: number };

export const DECISIONS: CollectionPlan = {
  name: 'decisions',
  schema: {
    required: ['id', 'kind', 'face', 'photo', 'actor', 'at'],
    properties: {
      kind: { enum: ['assign', 'unassign', 'reject', 'ignore', 'unignore', 'delete', 'restore'] },
    },
  },
  indexes: [
    { id: 1 },
    { face: 1, _id: 1 },
    { photo: 1, _id: 1 },
    { person: 1, face: 1 },
    { action: 1, _id: 1 },
  ],
};

export function decisionOf({ _id: sequence, ...decision }: DecisionDocument): LoggedDecision {
  return { ...decision, sequence };
}
