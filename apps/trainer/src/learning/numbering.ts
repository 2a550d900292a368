import type { PersonId } from '@kindred/domain';

/** Gives each person that it meets the next number from 0 up, since learning works on numbers. */
export class Numbering {
  private readonly numbers = new Map<PersonId, number>();
  private readonly people: PersonId[] = [];

  numberOf(person: PersonId): number {
    let number = this.numbers.get(person);
    if (number === undefined) {
      number = this.people.push(person) - 1;
      this.numbers.set(person, number);
    }
    return number;
  }

  /** Undefined for somebody it never met. */
  known(person: PersonId): number | undefined {
    return this.numbers.get(person);
  }

  personOf(number: number): PersonId {
    return this.people[number]!;
  }
}
