type Cell = string | number;

/** Prints rows under their headings, numbers to the right. */
export function printTable(headings: readonly string[], rows: readonly (readonly Cell[])[]): void {
  const texts = [headings, ...rows].map((row) => row.map(String));
  const widths = headings.map((_, column) => Math.max(...texts.map((row) => row[column]!.length)));
  for (const [i, row] of texts.entries()) {
    const cells = row.map((text, column) => {
      const right = i > 0 && typeof rows[i - 1]![column] === 'number';
      return right ? text.padStart(widths[column]!) : text.padEnd(widths[column]!);
    });
    process.stdout.write(`${cells.join('  ').trimEnd()}\n`);
  }
}

/** Prints a result for programs: one line, one JSON object. */
export function printJson(result: object): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
