/** Rows, each in one of several lists; putting, taking out and renumbering a row takes the same time for all sizes. */
export class RowLists {
  private readonly lists: number[][];
  private readonly listOf: number[] = [];
  private readonly placeOf: number[] = [];

  constructor(count: number) {
    this.lists = Array.from({ length: count }, () => []);
  }

  /** Good until something changes; in no order. */
  rowsOf(list: number): readonly number[] {
    return this.lists[list]!;
  }

  add(row: number, list: number): void {
    this.listOf[row] = list;
    this.placeOf[row] = this.lists[list]!.push(row) - 1;
  }

  move(row: number, list: number): void {
    this.remove(row);
    this.add(row, list);
  }

  remove(row: number): void {
    const rows = this.lists[this.listOf[row]!]!;
    const last = rows.pop()!;
    if (last === row) return;
    rows[this.placeOf[row]!] = last;
    this.placeOf[last] = this.placeOf[row]!;
  }

  /** A row that is in a list has another number from now on, which no row has. */
  renumber(from: number, to: number): void {
    const list = this.listOf[from]!;
    const place = this.placeOf[from]!;
    this.lists[list]![place] = to;
    this.listOf[to] = list;
    this.placeOf[to] = place;
  }
}
