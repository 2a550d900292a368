import { withLimits } from './board-address';
import { chipsOf } from './limit-chips';

const limits = {
  minimumConfidence: 0.5,
  maximumConfidence: 0.9,
  minimumQuality: 0.4,
  takenFrom: '2020-01-01T00:00:00.000Z',
  takenBefore: '2021-01-01T00:00:00.000Z',
  folder: '/photos/Anna',
};

describe('the chips of a filter', () => {
  it('say what it means', () => {
    expect(chipsOf(limits).map(({ text }) => text)).toEqual([
      '50–90% sure',
      'Quality from 40%',
      '2020-01-01 to 2020-12-31',
      '/photos/Anna',
    ]);
    expect(chipsOf({ minimumConfidence: 0.8 })[0]!.text).toBe('80–100% sure');
    expect(chipsOf({ takenFrom: limits.takenFrom })[0]!.text).toBe('from 2020-01-01');
    expect(chipsOf({ takenBefore: limits.takenBefore })[0]!.text).toBe('until 2020-12-31');
  });

  it('take away what they say, and nothing else', () => {
    const rests = chipsOf(limits).map(({ rest }) => withLimits(new URLSearchParams(), rest).toString());
    expect(rests[0]).toBe('quality=40&from=2020-01-01&to=2020-12-31&folder=%2Fphotos%2FAnna');
    expect(rests[2]).toBe('sure=50&sure-to=90&quality=40&folder=%2Fphotos%2FAnna');
  });
});
