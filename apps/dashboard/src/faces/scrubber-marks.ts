import { type Bucket } from './face-lists';
import { faceTop, type GridMetrics, type GroupLayout } from './group-layout';

interface MarkedGroup {
  title: string;
  collapsed: boolean;
  buckets: readonly Bucket[];
}

/** Something to jump to: what begins at a place, in pixels from the grid's top. */
export interface Mark {
  top: number;
  label: string;
}

/** What can be jumped to: the buckets of a list that is all there is, or else the groups. */
export function scrubberMarks(
  groups: readonly MarkedGroup[],
  layout: GroupLayout,
  metrics: GridMetrics,
  labelOf: (bucketKey: string) => string,
): Mark[] {
  const only = groups.length === 1 && !groups[0]!.collapsed ? groups[0]!.buckets : [];
  if (only.length > 1) {
    const marks = only.map(({ key, position }) => ({
      top: faceTop(layout, metrics, 0, position),
      label: labelOf(key),
    }));
    return marks.filter(({ label }, at) => label !== marks[at - 1]?.label);
  }
  return groups.map(({ title }, group) => ({ top: layout.sections[group]!.top, label: title }));
}

/** The mark that a place belongs to; null above the first. */
export function markAt(marks: readonly Mark[], place: number): Mark | null {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle]!.top <= place) low = middle + 1;
    else high = middle;
  }
  return marks[low - 1] ?? null;
}

/** A label beside the track. */
export interface Tick {
  /** Of the track's height. */
  at: number;
  text: string;
}

/**
 * As many labels as fit beside a track of a height, no two nearer than `spacing` pixels. `shorten` says what is written
 * there of a mark; the same text is written once.
 */
export function ticks(
  marks: readonly Mark[],
  height: number,
  trackHeight: number,
  spacing: number,
  shorten: (label: string) => string,
): Tick[] {
  const chosen: Tick[] = [];
  for (const [index, { top, label }] of marks.entries()) {
    const at = Math.min(1, top / Math.max(1, height));
    if (chosen.length > 0 && (at - chosen.at(-1)!.at) * trackHeight < spacing) continue;
    const text = shorten(label);
    const before = index === 0 ? '' : shorten(marks[index - 1]!.label);
    if (text !== '' && text !== before) chosen.push({ at, text });
  }
  return chosen;
}

const month = new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** What a bucket is called: a month, a percentage, or the state of faces without a confidence. */
export function bucketLabel(key: string, states: { labeled: string; unknown: string }): string {
  if (key === 'labeled' || key === 'unknown') return states[key];
  if (/^\d{4}-\d{2}$/.test(key)) return month.format(new Date(`${key}-01T00:00:00Z`));
  const share = Number(key);
  return Number.isNaN(share) ? key : `${Math.round(share * 100)}%`;
}

/** What of a mark fits beside the track: the year of a month, a percentage, the first letter of a name. */
export function shortLabel(label: string): string {
  const year = /\b(\d{4})$/.exec(label)?.[1];
  if (year !== undefined) return year;
  if (label.endsWith('%')) return label;
  return [...label.normalize('NFC')][0]?.toLocaleUpperCase() ?? '';
}
