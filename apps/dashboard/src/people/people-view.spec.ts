import { addressOf, criteriaOf, viewOf } from './people-view';

const FIRST = { sort: 'NAME', search: '', hidden: false } as const;
const there = (address: string) => viewOf(new URLSearchParams(address));

describe('the view of people', () => {
  it('is by name, without a search and hidden people, unless the address says otherwise', () => {
    expect(there('')).toEqual(FIRST);
    expect(there('sort=nonsense&hidden=maybe&search=%20')).toEqual(FIRST);
    expect(there('sort=to-review&search=anna&hidden=shown')).toEqual({
      sort: 'TO_REVIEW',
      search: 'anna',
      hidden: true,
    });
  });

  it('is in the address, where whatever else stays', () => {
    for (const view of [FIRST, { sort: 'RECENT', search: 'Ann & Co', hidden: true } as const]) {
      const address = addressOf(view, new URLSearchParams('photo=1'));
      expect(viewOf(address)).toEqual(view);
      expect(address.get('photo')).toBe('1');
    }
    expect(addressOf(FIRST, new URLSearchParams('sort=size&hidden=shown&search=a')).toString()).toBe('');
  });

  it('has hidden people when they are asked for, or searched for', () => {
    expect(criteriaOf(FIRST)).toEqual({ kind: 'NAMED', sort: 'NAME', withHidden: false });
    expect(criteriaOf({ ...FIRST, hidden: true })).toMatchObject({ withHidden: true });
    expect(criteriaOf({ ...FIRST, search: 'anna' })).toEqual({ kind: 'NAMED', sort: 'NAME', search: 'anna' });
  });
});
