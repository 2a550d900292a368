import { ALONE, type LearnedPeople, NOBODY } from '@kindred/clustering';

/**
 * Everybody that was learned as one number a face: a label's, or one above all labels for a group.
 * @param labels who the labeled faces are.
 */
export function peopleOf({ matches, groups }: LearnedPeople, labels: Int32Array): Int32Array {
  const people = Int32Array.from(labels, (label, face) => (label === NOBODY ? matches[face]! : label));
  let next = 0;
  for (const person of people) next = Math.max(next, person + 1);
  for (const person of people.keys()) if (people[person] === NOBODY) people[person] = ALONE;
  for (const { faces } of groups) {
    for (const face of faces) people[face] = next;
    next += 1;
  }
  return people;
}
