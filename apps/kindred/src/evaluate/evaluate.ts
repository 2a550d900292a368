import { relative } from 'node:path';
import { type Finding, findKnownFaces } from './known-faces';
import { type Grouping, groupFaces, type Lessons, ROUNDS, type Suggestions, suggestPeople } from './learning';
import type { PeopleFolder, PhotoFailure } from './people-folder';
import { type TellingApart, tellApart } from './telling-apart';

/** Labels of each person that suggestions are made from. */
const LABELS = [1, 2, 5];

/** How well Kindred does with one model pack on photos of which it is known who they show. Paths are relative. */
export interface Evaluation {
  readonly folder: string;
  readonly pack: string;
  readonly people: number;
  /** Photos that could be read. */
  readonly photos: number;
  readonly photosWithFace: number;
  /** The share of photos with a face; null without photos. */
  readonly detectionRate: number | null;
  readonly photosWithoutFace: readonly string[];
  readonly failures: readonly PhotoFailure[];
  readonly tellingApart: TellingApart;
  /** Null where no face was found. */
  readonly grouping: Grouping | null;
  readonly minimumConfidence: number;
  readonly rounds: number;
  readonly suggestions: readonly Suggestions[];
}

/** What is being done. */
export type EvaluationStep =
  | { readonly kind: 'photos'; readonly done: number; readonly total: number }
  | { readonly kind: 'pairs' }
  | { readonly kind: 'grouping' }
  | { readonly kind: 'suggestions'; readonly labels: number; readonly round: number };

export interface EvaluationOptions extends Omit<Finding, 'onPhoto'>, Lessons {
  readonly pack: string;
  readonly onStep?: (step: EvaluationStep) => void;
}

/**
 * Finds the main face of each photo, compares all of them, groups them without labels and suggests people with some.
 * The same photos and models give the same result.
 * @throws the signal's reason when it is aborted.
 */
export async function evaluate(
  { path: folder, people, failures }: PeopleFolder,
  options: EvaluationOptions,
): Promise<Evaluation> {
  const { signal, pack, rules, onStep = () => undefined } = options;
  const onPhoto = (done: number, total: number) => onStep({ kind: 'photos', done, total });
  const found = await findKnownFaces(people, { ...options, onPhoto });
  const { faces, without } = found;

  onStep({ kind: 'pairs' });
  const tellingApart = await tellApart(faces, signal);
  onStep({ kind: 'grouping' });
  const grouping = faces.length === 0 ? null : await groupFaces(faces, options);
  const suggestions: Suggestions[] = [];
  for (const labels of LABELS) {
    const onRound = (round: number) => onStep({ kind: 'suggestions', labels, round });
    suggestions.push(await suggestPeople(faces, labels, options, onRound));
  }

  const photos = faces.length + without.length;
  return {
    folder,
    pack,
    people: people.length,
    photos,
    photosWithFace: faces.length,
    detectionRate: photos === 0 ? null : faces.length / photos,
    photosWithoutFace: without.map((path) => relative(folder, path)),
    failures: [...failures, ...found.failures].map((failure) => ({
      ...failure,
      path: relative(folder, failure.path),
    })),
    tellingApart,
    grouping,
    minimumConfidence: rules.minimumConfidence,
    rounds: ROUNDS,
    suggestions,
  };
}
