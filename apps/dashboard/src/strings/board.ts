/** What the board of faces says. */
export const board = {
  size: 'Size of faces',
  sizeValue: (percent: number) => `${percent} %`,
};
