import { formatCount } from './format';

/** What is said about strangers whom nobody cares about. */
export const ignoring = {
  title: 'Ignored',
  text: 'Strangers you do not care about. They are in no other list, no training and no suggestion until you stop ignoring them or say who they are.',
  link: (count: number) => `Ignored (${formatCount(count)})`,
  empty: {
    title: 'Nobody is ignored',
    text: 'Select faces of strangers and press I to get them out of the way. They are kept here.',
    action: 'Go to Unknown',
  },
};
