/** How well a face can be recognised; every value is in [0, 1], larger is better. */
export interface FaceQuality {
  /** All of the below in one number. */
  readonly overall: number;
  /** Pixels between the eyes against what the embedder was trained on. */
  readonly size: number;
  /** Focus, from the variance of the Laplacian of the aligned face. */
  readonly sharpness: number;
  /** Frontality, from the landmarks. */
  readonly pose: number;
}
