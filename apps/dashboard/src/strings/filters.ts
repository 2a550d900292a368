import { formatCount } from './format';

/** What filters say. */
export const filters = {
  button: 'Filter',
  title: 'Filters',
  together: 'Shown all together, and by person again without filters.',
  confidence: 'How sure',
  quality: 'Quality',
  taken: 'Taken',
  folder: 'Folder',
  anyFolder: 'Any folder',
  atLeast: 'At least',
  atMost: 'At most',
  from: 'From',
  to: 'To',
  counting: 'Counting…',
  matching: (count: number) => `${formatCount(count)} ${count === 1 ? 'face matches' : 'faces match'}`,
  clear: 'Clear all',
  drop: (text: string) => `Take away the filter ${text}`,
  sure: (from: number, to: number) => `${from}–${to}% sure`,
  good: (from: number) => `Quality from ${from}%`,
  takenBetween: (from: string | null, to: string | null) => {
    if (from !== null && to !== null) return `${from} to ${to}`;
    return from !== null ? `from ${from}` : `until ${to}`;
  },
  none: {
    title: 'No face matches',
    text: 'Nothing here is within these filters.',
  },
};
