const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];

/** `12.7 MB`. */
export function bytes(count: number): string {
  let value = count;
  let unit = 0;
  while (Math.round(value) >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 || value >= 99.95 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit]}`;
}

/** `0:07`, `12:30`, `2:05:00`. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [Math.floor(whole / 60) % 60, whole % 60].map((part, index) =>
    index === 0 && whole < 3600 ? String(part) : String(part).padStart(2, '0'),
  );
  return whole < 3600 ? parts.join(':') : [Math.floor(whole / 3600), ...parts].join(':');
}

/** `1 face`, `1,204 faces`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** Rows as aligned columns, two spaces between; the last column is not padded. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column]))).join('  '),
    )
    .join('\n');
}
