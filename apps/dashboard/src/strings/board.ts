import { formatCount } from './format';

const faces = (count: number): string => `${formatCount(count)} ${count === 1 ? 'face' : 'faces'}`;

/** What the board of faces says. */
export const board = {
  size: 'Size of faces',
  sizeValue: (percent: number) => `${percent}%`,
  together: 'All faces',
  range: (low: string, high: string) => `${low} to ${high} sure`,
  rangeTitle: 'From how sure to how sure these suggestions are',
  changed: {
    title: 'Something changed meanwhile',
    text: (told: number, now: number) =>
      `You chose ${faces(told)}, and now it is ${faces(now)}: ${
        now > told ? `${formatCount(now - told)} came in` : `${formatCount(told - now)} left`
      } since. Nothing was done yet.`,
    confirm: (now: number) => `Go on with ${faces(now)}`,
  },
  gone: 'None of these faces is there any more.',
  letters: 'Names that begin with',
  letter: (initial: string) => `Names from ${initial} on`,
  scrubber: 'Jump to',
  labeled: 'Labeled',
  unknown: 'Unknown',
};
