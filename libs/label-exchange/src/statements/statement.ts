import {
  type Box,
  type DecisionKind,
  type FaceId,
  isBirthDate,
  isFaceId,
  isPersonId,
  isPhotoId,
  type PersonId,
  type PhotoId,
} from '@kindred/domain';
import { z } from 'zod';

/** What the first line of a file of statements says it is. */
export const FORMAT = 'kindred-statements';
/** Readers understand files up to this version. */
export const FORMAT_VERSION = 1;

/** Where a face is: enough to find it again when another model pack gives it another id. */
export interface FacePlace {
  readonly face: FaceId;
  readonly photo: PhotoId;
  /** Null when only the id is known any more. */
  readonly box: Box | null;
}

/** Somebody with a name. */
export interface PersonStatement {
  readonly kind: 'person';
  readonly id: PersonId;
  readonly name: string;
  readonly createdAt: string;
  /** Other names; absent for none, as each of these. */
  readonly aliases?: readonly string[];
  /** A day, `1985-04-30`, or only a year, `1985`. */
  readonly birthDate?: string;
  readonly hidden?: true;
}

/** Where a photo that something was said about was found; for people, who may have to find it again. */
export interface PhotoStatement {
  readonly kind: 'photo';
  readonly id: PhotoId;
  readonly sources: readonly string[];
}

/** One decision of the label log, with people as they are after all merges. */
export type DecisionStatement = FacePlace & {
  readonly kind: 'decision';
  readonly id: string;
  readonly says: DecisionKind;
  /** Exactly for `assign` and `reject`. */
  readonly person?: PersonId;
  readonly actor: string;
  readonly at: string;
};

/** These two are different people. */
export interface DifferenceStatement {
  readonly kind: 'different';
  readonly one: PersonId;
  readonly other: PersonId;
}

/** The face that shows a person. */
export type CoverStatement = FacePlace & { readonly kind: 'cover'; readonly person: PersonId };

/** One line of a file of statements after its first. */
export type Statement =
  PersonStatement | PhotoStatement | DecisionStatement | DifferenceStatement | CoverStatement;

const text = z.string().min(1).max(10_000);
const photoId = z.custom<PhotoId>((value) => typeof value === 'string' && isPhotoId(value), {
  error: 'must be the SHA-256 of a photo, 64 digits',
});
const faceId = z.custom<FaceId>((value) => typeof value === 'string' && isFaceId(value), {
  error: 'must be a UUID',
});
const personId = z.custom<PersonId>((value) => typeof value === 'string' && isPersonId(value), {
  error: 'must be a UUID',
});
const time = z.iso.datetime({ offset: true, error: 'must be a time like 2026-01-31T12:00:00Z' });
const birthDate = z.string().refine(isBirthDate, { error: 'must be a day like 1985-04-30 or a year' });
const place = z.number().min(-1).max(2);
const extent = z.number().positive().max(2);
const box = z.object({ x: place, y: place, width: extent, height: extent });
const facePlace = { face: faceId, photo: photoId, box: box.nullable() };

const statement = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('person'),
    id: personId,
    name: z.string(),
    createdAt: time,
    aliases: z.array(z.string()).optional(),
    birthDate: birthDate.optional(),
    hidden: z.literal(true).optional(),
  }),
  z.object({ kind: z.literal('photo'), id: photoId, sources: z.array(text) }),
  z
    .object({
      kind: z.literal('decision'),
      id: z.custom<string>((value) => typeof value === 'string' && isFaceId(value), {
        error: 'must be a UUID',
      }),
      says: z.enum(['assign', 'unassign', 'reject', 'ignore', 'unignore', 'delete', 'restore']),
      ...facePlace,
      person: personId.optional(),
      actor: text,
      at: time,
    })
    .refine(({ says, person }) => (says === 'assign' || says === 'reject') === (person !== undefined), {
      path: ['person'],
      error: 'must be given for assign and reject, and only for them',
    })
    .refine(({ says, box }) => says !== 'delete' || box !== null, {
      path: ['box'],
      error: 'must be given for delete',
    }),
  z.object({ kind: z.literal('different'), one: personId, other: personId }),
  z.object({ kind: z.literal('cover'), person: personId, ...facePlace }),
]);

/** A statement out of a parsed line, or in words why it is none. */
export function statementOf(value: unknown): { readonly statement: Statement } | { readonly reason: string } {
  const parsed = statement.safeParse(value);
  if (parsed.success) return { statement: parsed.data };
  const { path, message } = parsed.error.issues[0]!;
  return { reason: path.length === 0 ? message : `"${path.join('.')}": ${message}` };
}
