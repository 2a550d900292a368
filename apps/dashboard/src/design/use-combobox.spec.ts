import { nextOption } from './use-combobox';

describe('the arrow keys in a combobox', () => {
  it('go round and round', () => {
    expect([nextOption(0, 1, 3), nextOption(2, 1, 3), nextOption(0, -1, 3)]).toEqual([1, 0, 2]);
  });

  it('have nowhere to go where nothing fits', () => {
    expect([nextOption(-1, 1, 0), nextOption(-1, -1, 0)]).toEqual([-1, -1]);
  });
});
