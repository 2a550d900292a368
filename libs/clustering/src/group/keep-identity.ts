/**
 * Gives each new group the identity of the earlier group it has most faces in common with, so that an unknown person
 * stays the same person from run to run. Each identity goes to one group only, to the one that shares most with it.
 * Returns the identity, or null for a group without one, in the order of `groups`.
 */
export function keepIdentity<FaceKey, Identity>(
  groups: readonly (readonly FaceKey[])[],
  identityOf: (face: FaceKey) => Identity | null,
): (Identity | null)[] {
  const claims = groups.flatMap((group, index) => {
    const shared = new Map<Identity, number>();
    for (const face of group) {
      const identity = identityOf(face);
      if (identity !== null) shared.set(identity, (shared.get(identity) ?? 0) + 1);
    }
    return [...shared].map(([identity, faces]) => ({ index, identity, faces }));
  });
  claims.sort((a, b) => b.faces - a.faces || a.index - b.index);
  const kept: (Identity | null)[] = groups.map(() => null);
  const taken = new Set<Identity>();
  for (const { index, identity } of claims) {
    if (kept[index] !== null || taken.has(identity)) continue;
    kept[index] = identity;
    taken.add(identity);
  }
  return kept;
}
