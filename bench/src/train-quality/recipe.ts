import type { Library } from '../libraries/library';

/** Whom a recipe says faces are, and how sure it is. */
export interface Match {
  /** The person that each face is said to be; -1 where nobody is suggested. */
  readonly people: Int32Array;
  /** In [0, 1]; 1 where a recipe states a person without saying how sure it is. Means nothing where nobody is. */
  readonly confidences: Float64Array;
}

/** Turns faces into people. It sees a library without the truth in it: `people` is not its to read. */
export interface Recipe {
  readonly name: string;
  /** The group of each face; -1 for a face that is alone. */
  group(library: Library): Promise<Int32Array>;
  /** What it suggests once some faces are labeled. @param labels the person of each labeled face, else -1. */
  match(library: Library, labels: Int32Array): Promise<Match>;
  close(): Promise<void>;
}

/** Labels of as many faces of each labeled person. */
export interface Labeling {
  readonly each: number;
  readonly labels: Int32Array;
}

/** What a recipe said, with one of its settings, of a library without labels or with some. */
export interface Answer {
  readonly recipe: string;
  /** Name of a published setting; null for one that was only tried. */
  readonly published: string | null;
  readonly setting: string;
  /** How many faces of each person were labeled; 0 for grouping. */
  readonly each: number;
  /** People where faces were labeled, else groups. */
  readonly people: Int32Array;
  readonly confidences: Float64Array | null;
  readonly seconds: number;
}

/** Asks a recipe for all that is compared. */
export async function answersOf(
  recipe: Recipe,
  library: Library,
  labelings: readonly Labeling[],
): Promise<Answer[]> {
  const facts = { recipe: recipe.name, published: 'default', setting: '' };
  const timed = async <T>(work: Promise<T>) => {
    const started = performance.now();
    return { value: await work, seconds: (performance.now() - started) / 1000 };
  };
  const groups = await timed(recipe.group(library));
  const answers: Answer[] = [
    { ...facts, each: 0, people: groups.value, confidences: null, seconds: groups.seconds },
  ];
  for (const { each, labels } of labelings) {
    const { value, seconds } = await timed(recipe.match(library, labels));
    answers.push({ ...facts, each, ...value, seconds });
  }
  return answers;
}
