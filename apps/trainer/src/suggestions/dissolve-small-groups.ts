import type { FaceId, FaceStore, PersonId, PersonStore, PersonWithCounts } from '@kindred/domain';
import { inBatches } from '../library/batches';
import { pagesOf } from '../library/pages';
import type { Rules } from '../rules';

/**
 * Removes unknown people, of these or of all, that have too few faces left, none of them labeled; their last faces
 * stand alone then. Returns how many faces changed.
 */
export async function dissolveSmallGroups(
  { people, faces }: { readonly people: PersonStore; readonly faces: FaceStore },
  { minimumGroupSize }: Pick<Rules, 'minimumGroupSize'>,
  which: readonly PersonId[] | 'all',
): Promise<number> {
  const small: PersonWithCounts[] = [];
  for await (const page of which === 'all' ? everybodyUnknown(people) : presentOf(people, which)) {
    const isSmall = ({ identity, counts }: PersonWithCounts) =>
      identity.kind === 'unknown' && counts.labeled === 0 && counts.unknown < minimumGroupSize;
    small.push(...page.filter(isSmall));
  }
  const left: FaceId[] = [];
  for (const { id, counts } of small) {
    if (counts.unknown === 0) continue;
    const page = await faces.list({ person: id, state: 'unknown', limit: minimumGroupSize });
    left.push(...page.items.map((face) => face.id));
  }
  const changed = left.length === 0 ? 0 : await faces.changeSuggestions({ set: [], clear: left });
  if (small.length > 0) await people.remove(small.map(({ id }) => id));
  return changed;
}

const everybodyUnknown = (people: PersonStore) =>
  pagesOf((page) => people.list({ kind: 'unknown', sort: 'NAME', ...page }));

async function* presentOf(people: PersonStore, which: readonly PersonId[]) {
  for await (const part of inBatches(which)) yield await people.getMany(part);
}
