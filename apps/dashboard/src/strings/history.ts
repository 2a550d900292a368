import { formatCount } from './format';

const faces = (count: number): string => (count === 1 ? '1 face' : `${formatCount(count)} faces`);

/** What an entry of the history tells of. */
export interface Told {
  who: string;
  faces: number;
  /** Whom it is about, as that person was called then where that is known. */
  name: string;
  formerName: string;
  other: string;
}

export const history = {
  title: 'History',
  text: 'What was said about faces and done to people, newest first. Nothing is ever taken out of it.',
  empty: { title: 'Nothing was said yet', text: 'Labels, answers, merges and deletions appear here.' },
  you: 'You',
  more: 'Show more',
  rescan: 'A rescan',
  gone: 'somebody who is gone',
  nothingLeft: 'These faces are gone.',
  openPhoto: 'Open the photo of this face',
  undo: (what: string) => `Undo: ${what}`,
  takenBack: 'Taken back',
  sentence: {
    LABELED: ({ who, name, ...told }: Told) => `${who} labeled ${faces(told.faces)} as ${name}`,
    UNLABELED: ({ who, ...told }: Told) => `${who} took the label off ${faces(told.faces)}`,
    REJECTED: ({ who, name, ...told }: Told) =>
      `${who} said that ${faces(told.faces)} ${told.faces === 1 ? 'is' : 'are'} not ${name}`,
    REJECTION_TAKEN_BACK: ({ who, name, ...told }: Told) =>
      `${who} took back that ${faces(told.faces)} ${told.faces === 1 ? 'is' : 'are'} not ${name}`,
    DELETED: ({ who, ...told }: Told) => `${who} deleted ${faces(told.faces)}`,
    IGNORED: ({ who, ...told }: Told) => `${who} ignored ${faces(told.faces)}`,
    UNIGNORED: ({ who, ...told }: Told) => `${who} stopped ignoring ${faces(told.faces)}`,
    RESTORED: ({ who, ...told }: Told) => `${who} brought ${faces(told.faces)} back`,
    CONFIRMED: ({ who, ...told }: Told) => `${who} confirmed ${faces(told.faces)}`,
    SAID_AGAIN: ({ who, ...told }: Told) => `${who} took back what was said of ${faces(told.faces)}`,
    PERSON_CREATED: ({ who, name }: Told) => `${who} added ${name}`,
    PERSON_NAMED: ({ who, name, formerName }: Told) => `${who} named ${formerName} ${name}`,
    PERSON_RENAMED: ({ who, name, formerName }: Told) => `${who} renamed ${formerName} to ${name}`,
    PERSON_UNNAMED: ({ who, name, formerName }: Told) => `${who} took the name ${formerName} off ${name}`,
    PERSON_MERGED: ({ who, name, other }: Told) => `${who} merged ${name} into ${other}`,
    PERSON_PARTED: ({ who, name, other }: Told) => `${who} took ${name} out of ${other} again`,
    PERSON_DELETED: ({ who, name }: Told) => `${who} deleted the person ${name}`,
    PERSON_RESTORED: ({ who, name }: Told) => `${who} brought the person ${name} back`,
    PERSON_DESCRIBED: ({ who, name }: Told) => `${who} changed what is known of ${name}`,
    PERSON_HIDDEN: ({ who, name }: Told) => `${who} hid ${name}`,
    PERSON_SHOWN: ({ who, name }: Told) => `${who} showed ${name} again`,
    COVER_CHOSEN: ({ who, name }: Told) => `${who} chose another cover for ${name}`,
    TOLD_APART: ({ who, name, other }: Told) => `${who} said that ${name} and ${other} are different people`,
    PUT_OFF: ({ who, name, other }: Told) =>
      `${who} put off whether ${name} and ${other} are the same person`,
    ANSWER_TAKEN_BACK: ({ who, name, other }: Told) =>
      `${who} took back what was said of ${name} and ${other}`,
  },
};
