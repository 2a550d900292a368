/** What was found of what was asked for, in the order of asking; an id that was asked for twice is answered twice. */
export function inAskedOrder<T extends { readonly id: string }>(
  ids: readonly string[],
  found: readonly T[],
): T[] {
  const byId = new Map(found.map((item) => [item.id, item]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
