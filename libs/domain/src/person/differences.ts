import type { PersonId } from '../identity/ids';

/** What was said of two people: that they are different, or that this does not hold any more. */
export interface PairStatement {
  readonly kind: 'different' | 'taken back';
  readonly one: PersonId;
  readonly other: PersonId;
}

/** Somebody who became part of another. */
export interface DirectMerge {
  readonly merged: PersonId;
  readonly direct: PersonId;
}

/** Who is different from whom, while statements and merges come in. */
export class Differences {
  private readonly parents = new Map<PersonId, PersonId>();
  private readonly others = new Map<PersonId, Set<PersonId>>();

  of(person: PersonId): ReadonlySet<PersonId> {
    return this.others.get(person) ?? new Set();
  }

  say({ kind, one, other }: PairStatement): void {
    this.set(this.present(one), this.present(other), kind === 'different');
  }

  merge({ merged, direct }: DirectMerge): void {
    const into = this.present(direct);
    for (const third of [...this.of(merged)]) {
      this.set(merged, third, false);
      this.set(into, third, true);
    }
    this.parents.set(merged, into);
  }

  private set(one: PersonId, other: PersonId, different: boolean): void {
    if (one === other) return;
    for (const [each, third] of [
      [one, other],
      [other, one],
    ] as const) {
      const others = this.others.get(each) ?? new Set();
      this.others.set(each, others);
      if (different) others.add(third);
      else others.delete(third);
    }
  }

  private present(person: PersonId): PersonId {
    let present = person;
    for (let parent = this.parents.get(present); parent !== undefined; parent = this.parents.get(present))
      present = parent;
    return present;
  }
}
