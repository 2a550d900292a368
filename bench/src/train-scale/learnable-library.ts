import { type LibraryFaces, NOBODY } from '@kindred/clustering';
import { generateParts, type LibraryPlan } from '../libraries/generate-library';
import type { Library } from '../libraries/library';

/** A library in memory, made part by part. Learning takes its embeddings away; they can be made anew. */
export class LearnableLibrary implements Library {
  readonly name: string;
  readonly dimension: number;
  vectors = new Float32Array(0);
  readonly people: Int32Array;
  readonly photos: Uint32Array;
  readonly qualities: Float32Array;
  readonly households: Int32Array;
  readonly scenes: Uint32Array;

  constructor(private readonly plan: LibraryPlan) {
    const { faces, seed, facts } = plan;
    this.name = `generated ${faces} #${seed}`;
    this.dimension = facts.dimension;
    this.people = new Int32Array(faces);
    this.photos = new Uint32Array(faces);
    this.qualities = new Float32Array(faces);
    this.households = new Int32Array(faces);
    this.scenes = new Uint32Array(faces);
    this.fill();
  }

  /** Makes every face, with its embedding as it was at first. */
  fill(): void {
    this.vectors = new Float32Array(this.plan.faces * this.dimension);
    let start = 0;
    for (const part of generateParts(this.plan)) {
      this.vectors.set(part.vectors, start * this.dimension);
      this.people.set(part.people, start);
      this.photos.set(part.photos, start);
      this.qualities.set(part.qualities, start);
      this.households.set(part.households, start);
      this.scenes.set(part.scenes, start);
      start += part.people.length;
    }
  }

  /**
   * What a training sees of it: everything but the truth. The embeddings are not copied, and gone when it is learned.
   * @param labels as people gave them.
   */
  toLearn(labels: Int32Array): LibraryFaces {
    const { vectors, dimension, photos, qualities } = this;
    return {
      vectors,
      dimension,
      photos: photos.slice(),
      qualities: qualities.slice(),
      labels: labels.slice(),
      earlier: nobody(photos.length),
      rejections: [],
      different: [],
    };
  }
}

export const nobody = (faces: number) => new Int32Array(faces).fill(NOBODY);
