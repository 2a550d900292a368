import { keepIdentity } from './keep-identity';

const identities = (of: Record<string, string>) => (face: string) => of[face] ?? null;

describe('keeping the identity of groups', () => {
  it('keeps the identity that most faces of a group had', () => {
    expect(keepIdentity([['a', 'b', 'c']], identities({ a: 'one', b: 'two', c: 'two' }))).toEqual(['two']);
  });

  it('gives the identity of a group that split to its larger part only', () => {
    const before = identities({ a: 'one', b: 'one', c: 'one' });
    expect(keepIdentity([['a'], ['b', 'c'], ['d']], before)).toEqual([null, 'one', null]);
  });
});
