import { type Face } from '../faces/face-criteria';

/**
 * The order of a review. The gateway gives the least certain suggestions first, since their answers teach the trainer
 * most: what it is sure of, it would say again anyway. Here the people take turns, each with the least certain face
 * left, so that the answers are not all about one person. This is the only place that decides on it.
 */
export function takingTurns(faces: readonly Face[]): Face[] {
  const rounds: Face[][] = [];
  const turns = new Map<string, number>();
  for (const face of faces) {
    const person = face.person?.id ?? '';
    const turn = turns.get(person) ?? 0;
    turns.set(person, turn + 1);
    (rounds[turn] ??= []).push(face);
  }
  return rounds.flat();
}
