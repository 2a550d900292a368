import type { Failure, PersonId } from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import type { Refusal, Saying } from './bulk-statements';

const GONE: Failure = {
  code: 'NOT_FOUND',
  message: 'The people of these faces are gone.',
  hint: 'Look at them again.',
};

/** What is wanted without the faces that would be labeled as somebody who is not there any more. */
export async function withoutGonePeople<
  S extends { readonly sayings: readonly Saying[]; readonly refusals: readonly Refusal[] },
>({ people }: Pick<Ports, 'people'>, wanted: S): Promise<S> {
  const meant = new Set(wanted.sayings.flatMap((saying) => personOf(saying) ?? []));
  const resolved = await people.resolve([...meant]);
  const present = new Set((await people.getMany([...new Set(resolved.values())])).map(({ id }) => id));
  const sayings = wanted.sayings.filter((saying) => {
    const person = personOf(saying);
    return person === null || present.has(resolved.get(person) ?? person);
  });
  const faceCount = wanted.sayings.length - sayings.length;
  if (faceCount === 0) return wanted;
  return { ...wanted, sayings, refusals: [...wanted.refusals, { failure: GONE, faceCount }] };
}

/** Whom the face is labeled as in the end; somebody who is only named to end a rejection need not be there. */
function personOf({ statements }: Saying): PersonId | null {
  const last = statements.findLast(({ kind }) => kind === 'assign' || kind === 'unassign');
  return last?.kind === 'assign' ? last.person : null;
}
