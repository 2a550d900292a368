declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** SHA-256 of a photo's bytes, 64 lower-case hexadecimal digits. */
export type PhotoId = Branded<'PhotoId'>;
/** UUIDv5 of photo, model pack and quantised box (see `faceIdOf`), or UUIDv4 for a face drawn by hand. */
export type FaceId = Branded<'FaceId'>;
/** UUID of a person. */
export type PersonId = Branded<'PersonId'>;
/** UUID of a job. */
export type JobId = Branded<'JobId'>;
/** Name of a model pack, for example `faceplugin`. */
export type PackName = Branded<'PackName'>;

const SHA256 = /^[0-9a-f]{64}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const NAME = /^[a-z0-9][a-z0-9._-]{0,63}$/;

export const isPhotoId = (value: string): value is PhotoId => SHA256.test(value);
export const isFaceId = (value: string): value is FaceId => UUID.test(value);
export const isPersonId = (value: string): value is PersonId => UUID.test(value);
export const isJobId = (value: string): value is JobId => UUID.test(value);
export const isPackName = (value: string): value is PackName => NAME.test(value);
