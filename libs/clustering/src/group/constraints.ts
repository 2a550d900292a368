/** Marks a face that nobody labeled. */
export const NOBODY = -1;

/** What must hold of any grouping, whatever faces look like: what humans said, and that nobody is twice in a photo. */
export interface Constraints {
  /** The photo of each face, as any number: faces of one photo are different people, unless one human label joins them. */
  readonly photos: Uint32Array;
  /** Whom a human said each face is, as any number from 0 up; `NOBODY` where nobody did. */
  readonly labels: Int32Array;
  /** The group of unknown faces that each face was in before, as any number from 0 up; `NOBODY` for none. */
  readonly earlier: Int32Array;
  /** A human said that this face is not this person, who may be one that is labeled or an earlier group. */
  readonly rejections: readonly Rejection[];
  /** Earlier groups that a human said are different people. */
  readonly different: readonly (readonly [number, number])[];
  /** Labeled people, by label number, that a human said are different: nobody needs to be asked about them. */
  readonly differentLabels?: readonly (readonly [number, number])[];
}

export type Rejection =
  | {
      readonly face: number;
      readonly label: number;
      /** Nobody said it of this very face: it follows from what was said of others, and no judgement was wrong. */
      readonly follows?: boolean;
    }
  | { readonly face: number; readonly earlier: number };
