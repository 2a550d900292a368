import type { Decision, FaceId, PersonId } from '@kindred/domain';
import { aDecisionId, aPhotoId, type Seed } from './ids';
import { NOON } from './a-photo';

type Facts = Partial<Pick<Decision, 'id' | 'photo' | 'actor' | 'at' | 'action'>> & { readonly seed?: Seed };

export const anAssignment = (face: FaceId, person: PersonId, facts: Facts = {}): Decision => ({
  kind: 'assign',
  ...base(face, `assign ${person}`, facts),
  person,
});

export const anUnassignment = (face: FaceId, facts: Facts = {}): Decision => ({
  kind: 'unassign',
  ...base(face, 'unassign', facts),
});

export const aRejection = (face: FaceId, person: PersonId, facts: Facts = {}): Decision => ({
  kind: 'reject',
  ...base(face, `reject ${person}`, facts),
  person,
});

export const anIgnoring = (face: FaceId, facts: Facts = {}): Decision => ({
  kind: 'ignore',
  ...base(face, 'ignore', facts),
});

export const anUnignoring = (face: FaceId, facts: Facts = {}): Decision => ({
  kind: 'unignore',
  ...base(face, 'unignore', facts),
});

export const aDeletion = (face: FaceId, facts: Facts = {}): Decision => ({
  kind: 'delete',
  ...base(face, 'delete', facts),
  box: { x: 0.375, y: 0.25, width: 0.25, height: 0.5 },
});

export const aRestoration = (face: FaceId, facts: Facts = {}): Decision => ({
  kind: 'restore',
  ...base(face, 'restore', facts),
});

function base(face: FaceId, said: string, { seed = '', ...given }: Facts) {
  return {
    id: aDecisionId(`${face} ${said} ${seed}`),
    face,
    photo: aPhotoId(),
    actor: 'somebody',
    at: NOON,
    ...given,
  };
}
