import { formatCount } from './format';

const counted = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** What is said to somebody who is new, and about photos that are added. */
export const start = {
  title: 'First steps',
  welcome: 'From photos to names in five steps',
  text: 'You label a few faces, Kindred suggests the others. It learns from every answer.',
  dismiss: 'Hide these steps',
  toFaces: 'Go to the faces',
  done: 'Done',
  now: 'Next',
  steps: {
    photos: {
      title: 'Add photos',
      todo: 'Kindred reads folders in place: your photos are never moved or changed.',
      running: (done: number, total: number) =>
        `${formatCount(done)} of ${counted(total, 'photo', 'photos')} scanned. You can label what is there already.`,
      done: (photos: number, faces: number) =>
        `${counted(photos, 'photo', 'photos')}, ${counted(faces, 'face', 'faces')}.`,
      none: 'No faces were found in these photos. Add others.',
    },
    label: {
      title: 'Label a few faces',
      text: (left: number) =>
        `Say who is on ${counted(left, 'more face', 'more faces')}: choose faces of one person and press the green plus, or the L key.`,
      done: (count: number) => `${counted(count, 'face has', 'faces have')} a name.`,
      action: 'Label faces',
    },
    train: {
      title: 'Train',
      text: 'Kindred compares all faces with the ones you named, and suggests who the others are.',
      running: 'Training…',
      done: 'Kindred knows the people you named.',
      action: 'Train',
    },
    review: {
      title: 'Review the suggestions',
      text: (count: number) =>
        count === 0
          ? 'Nothing is suggested yet. Label a few more faces, then train again.'
          : `${counted(count, 'face waits', 'faces wait')} for your yes or no, the least certain first.`,
      later: 'Yes, no or somebody else: each answer is one key, or one swipe.',
      done: 'Your answers teach it more than anything else.',
      action: 'Review one by one',
    },
    again: {
      title: 'Train again',
      text: 'With your answers it finds more, and is surer.',
      done: 'That is all there is to it: label, train, review.',
      action: 'Train again',
    },
  },
  add: {
    folder: 'Folder on the computer that runs Kindred',
    placeholder: '/home/you/Pictures',
    action: 'Read this folder',
    roots: (roots: string) => `It may be in ${roots}.`,
    started: (path: string) => `Reading ${path}. Faces appear as they are found.`,
    drop: 'Or drop photos anywhere on this page',
    choose: 'Choose photos',
    terminal: 'Or in a terminal:',
    command: './kindred up ~/Pictures',
    dropNow: 'Drop photos to add them',
    dropText: 'They are copied into the library; the files stay as they are.',
  },
  uploads: {
    title: 'Adding photos',
    progress: (done: number, total: number) => `${formatCount(done)} of ${counted(total, 'photo', 'photos')}`,
    finished: (added: number) => `${counted(added, 'photo', 'photos')} added`,
    known: (count: number) => `${formatCount(count)} were in the library already`,
    failed: (count: number) => `${counted(count, 'file', 'files')} could not be added`,
    cancel: 'Stop adding',
    dismiss: 'Dismiss',
  },
};
