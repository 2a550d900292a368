import { tellApart } from './telling-apart';
import { madeFaces } from './testing/made-faces';

describe('telling people apart', () => {
  it('recognises every pair where nobody looks like anybody else', async () => {
    const { samePairs, differentPairs, rates } = await tellApart(madeFaces([0, 0, 0, 1, 1]));
    expect([samePairs, differentPairs]).toEqual([4, 6]);
    expect(rates.map((rate) => [rate.falseAcceptRate, rate.trueAcceptRate])).toEqual([
      [1e-2, 1],
      [1e-3, 1],
    ]);
  });

  it('recognises none where two people look the same', async () => {
    const { rates } = await tellApart(madeFaces([0, 0, 1, 1], [0, 0, 0, 0]));
    expect(rates.map((rate) => rate.trueAcceptRate)).toEqual([0, 0]);
  });

  it('has no rates without pairs of both kinds', async () => {
    expect(await tellApart(madeFaces([0, 1]))).toEqual({ samePairs: 0, differentPairs: 1, rates: [] });
    expect(await tellApart([])).toEqual({ samePairs: 0, differentPairs: 0, rates: [] });
  });
});
