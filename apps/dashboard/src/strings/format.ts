const counts = new Intl.NumberFormat('en');
const shortCounts = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** `12,345`. */
export const formatCount = (count: number): string => counts.format(count);

/** `12.3K`, for places where there is no room. */
export const formatShortCount = (count: number): string =>
  count < 10_000 ? counts.format(count) : shortCounts.format(count);

/** A probability as whole percent; never 100 % unless it is certain, and never 0 % unless it is impossible. */
export function formatProbability(probability: number): string {
  if (probability >= 1) return '100%';
  if (probability <= 0) return '0%';
  return `${Math.min(99, Math.max(1, Math.round(probability * 100)))}%`;
}

/** Seconds as somebody would say them: `less than a minute`, `3 min`, `2 h 5 min`. */
export function formatDuration(seconds: number): string {
  if (seconds < 10) return 'a few seconds';
  if (seconds < 60) return `${Math.round(seconds / 5) * 5} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

/** Units per second: `0.4`, `7.2`, `31`. */
export function formatRate(rate: number): string {
  return rate < 10 ? (Math.round(rate * 10) / 10).toFixed(1) : formatCount(Math.round(rate));
}

/** `4.8 MB`, in powers of a thousand. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 || value >= 99.5 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

/**
 * `Wed, 20 Nov 2024, 14:03`. A time without a zone, as cameras write it, is shown as it was written; a time with one
 * is shown as it is here.
 */
export function formatDateTime(date: string): string {
  const parsed = new Date(date);
  if (Number.isNaN(parsed.getTime())) return date;
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(parsed);
}

/** `May`, for `2020-05`. */
export function formatMonth(month: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

/** How long ago, roughly: `just now`, `5 min ago`, `3 h ago`, then the date. */
export function formatAgo(date: string, now: number): string {
  const seconds = (now - Date.parse(date)) / 1000;
  if (seconds < 60) return 'just now';
  if (seconds < 86_400)
    return `${formatDuration(seconds < 3600 ? seconds : Math.floor(seconds / 3600) * 3600)} ago`;
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }).format(
    new Date(date),
  );
}
