import type { FaceId, FaceStore, Holding, PersonStore } from '@kindred/domain';
import { BATCH } from '../library/batches';
import type { Rules } from '../rules';

/**
 * Removes unknown people that have too few faces left, none of them labeled; their last faces stand alone then. Whoever
 * is named or labeled meanwhile stays. Returns how many faces changed.
 */
export async function dissolveSmallGroups(
  { people, faces }: { readonly people: PersonStore; readonly faces: FaceStore },
  { minimumGroupSize }: Pick<Rules, 'minimumGroupSize'>,
  holding: Pick<Holding, 'confirm'>,
): Promise<number> {
  let changed = 0;
  for (;;) {
    const small = await people.smallUnknown(minimumGroupSize, BATCH);
    if (small.length === 0) return changed;
    const left: FaceId[] = [];
    for (const { id, counts } of small) {
      if (counts.unknown === 0) continue;
      const page = await faces.list({ person: id, state: 'unknown', limit: minimumGroupSize });
      left.push(...page.items.map((face) => face.id));
    }
    await holding.confirm();
    if (left.length > 0) changed += await faces.changeSuggestions({ set: [], clear: left });
    await people.removeUnlabeled(small.map(({ id }) => id));
  }
}
