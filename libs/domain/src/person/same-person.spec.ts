import type { PersonId } from '../identity/ids';
import { personPair } from './same-person';

const [ANNA, BEN] = ['a', 'b'] as unknown as readonly [PersonId, PersonId];

describe('a pair of people', () => {
  it('is the same whoever is named first', () => {
    expect(personPair(ANNA, BEN)).toEqual([ANNA, BEN]);
    expect(personPair(BEN, ANNA)).toEqual([ANNA, BEN]);
  });

  it('is never one person twice', () => {
    expect(() => personPair(ANNA, ANNA)).toThrow('one person already');
  });
});
