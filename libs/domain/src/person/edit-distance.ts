/**
 * How many letters have to be added, left out, replaced or swapped with the next one to make the text the beginning of
 * another; the least for any beginning of it.
 */
export function distanceToBeginning(text: string, of: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: of.length + 1 }, (_, length) => length);
  for (let row = 1; row <= text.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= of.length; column += 1) {
      const same = text[row - 1] === of[column - 1];
      const isSwap =
        row > 1 && column > 1 && text[row - 1] === of[column - 2] && text[row - 2] === of[column - 1];
      current[column] = Math.min(
        last[column]! + 1,
        current[column - 1]! + 1,
        last[column - 1]! + (same ? 0 : 1),
        isSwap ? beforeLast[column - 2]! + 1 : Infinity,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return Math.min(...last);
}
