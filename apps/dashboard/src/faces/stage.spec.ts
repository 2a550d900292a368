import { stageFor, TALLEST_STAGE } from './stage';

const TOTAL = 40_000_000;

describe('the stage of a grid', () => {
  it('is the whole grid, unless that is taller than browsers can', () => {
    expect(stageFor(5_000, 4_000, 0)).toEqual({ origin: 0, height: 5_000 });
  });

  it('stays while somebody is far from its ends, and moves before they come to one', () => {
    expect(stageFor(TOTAL, 4_000_000, 0).origin).toBe(0);
    expect(stageFor(TOTAL, 5_500_000, 0)).toEqual({ origin: 2_500_000, height: TALLEST_STAGE });
    expect(stageFor(TOTAL, 3_000_000, 2_500_000).origin).toBe(0);
  });

  it('goes wherever somebody jumps to, and never beyond the ends', () => {
    expect(stageFor(TOTAL, 25_000_000, 0).origin).toBe(22_000_000);
    expect(stageFor(TOTAL, TOTAL, 0).origin).toBe(TOTAL - TALLEST_STAGE);
    expect(stageFor(TOTAL, TOTAL, TOTAL - TALLEST_STAGE).origin).toBe(TOTAL - TALLEST_STAGE);
  });

  it('is never beyond the end of a grid that became shorter', () => {
    expect(stageFor(10_000_000, 9_900_000, 30_000_000).origin).toBe(4_000_000);
    expect(stageFor(1_000, 0, 30_000_000)).toEqual({ origin: 0, height: 1_000 });
  });
});
