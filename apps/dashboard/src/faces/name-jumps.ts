/** People whose names begin alike: where they begin in the list by name, and what that list is read after. */
export interface NameJump {
  initial: string;
  position: number;
  count: number;
  after: string;
}

/** More do not fit a page, and nobody finds one among them. */
const MOST_JUMPS = 40;

/** Shorter lists are scrolled through in a moment. */
export const MANY_PEOPLE = 100;

/**
 * Where to jump to in a list of people by name: with every letter, or where there are very many, as in Chinese, some
 * that are about equally far apart. None in a short list.
 */
export function nameJumps(initials: readonly NameJump[]): readonly NameJump[] {
  const last = initials.at(-1);
  const total = last ? last.position + last.count : 0;
  if (total <= MANY_PEOPLE || initials.length < 2) return [];
  if (initials.length <= MOST_JUMPS) return initials;
  const jumps: NameJump[] = [];
  for (const initial of initials) {
    const before = jumps.at(-1);
    if (!before || initial.position >= before.position + total / MOST_JUMPS) jumps.push(initial);
  }
  return jumps;
}
