import { limitsOf, sortingOf, withLimits } from './board-address';

const address = (text: string): URLSearchParams => new URLSearchParams(text);

describe('the address of a board', () => {
  it('says what is shown, in words that people can read', () => {
    const text = 'sure=50&sure-to=90&quality=40&from=2020-01-01&to=2020-12-31&folder=%2Fphotos%2FAnna';
    const limits = limitsOf(address(text));
    expect(limits).toEqual({
      minimumConfidence: 0.5,
      maximumConfidence: 0.9,
      minimumQuality: 0.4,
      takenFrom: '2020-01-01T00:00:00.000Z',
      takenBefore: '2021-01-01T00:00:00.000Z',
      folder: '/photos/Anna',
    });
    expect(withLimits(address(''), limits).toString()).toBe(text);
  });

  it('means nothing by what makes no sense', () => {
    expect(limitsOf(address('sure=much&quality=130&from=2020-02-30&to=tomorrow&folder='))).toEqual({});
  });

  it('keeps what else it says, and forgets limits that are gone', () => {
    const next = withLimits(address('order=DATE&sure=50&photo=abc'), { minimumQuality: 0.2 });
    expect(next.toString()).toBe('order=DATE&photo=abc&quality=20');
  });

  it('has an order, or else the one that was chosen last', () => {
    const chosen = { people: 'NAME', faces: 'QUALITY' } as const;
    expect(sortingOf(address('order=DATE'), 'INFERRED', chosen)).toEqual({ people: 'NAME', faces: 'DATE' });
    expect(sortingOf(address('people=TO_REVIEW&order=BEST'), 'LABELED', chosen)).toEqual(chosen);
  });
});
