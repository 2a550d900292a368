import { formatCount } from './format';

const counted = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** What the page says where labels come in and go out. */
export const exchange = {
  jobs: { kind: { IMPORT: 'Taking in labels', NAMES: 'Reading names', SIDECARS: 'Writing names' } },
  title: 'Labels in and out',
  text: 'Everything you say here is yours: take it with you, bring it back, or share it with other programs.',
  safe: 'Nothing here changes a photo, and nothing you said is ever lost.',
  export: {
    title: 'Save everything you said',
    text: 'A file with people, labels, rejections and deletions, one line for each, without pictures or anything biometric. Keep it as a backup, or take it into another Kindred.',
    action: 'Save a file',
  },
  import: {
    title: 'Take in a saved file',
    text: 'People with the same name are the same person. Where this library says something else, the later word holds. What is about photos that are not here waits for them. Taking in a file twice changes nothing.',
    action: 'Choose a file',
    drop: 'Drop the file here',
    uploading: (percent: number) => `Sending, ${percent}%`,
    failed: (name: string) => `${name} could not be taken in.`,
  },
  waiting: {
    title: 'What waits for its photos',
    text: (count: number) =>
      `${counted(count, 'statement is', 'statements are')} about faces that are not found yet. Add their photos, then try again.`,
    action: 'Try again',
  },
  names: {
    title: 'Read names out of photos',
    text: (photos: number) =>
      `Looks into ${counted(photos, 'photo', 'photos')} and the files beside them for names that digiKam, Lightroom, Picasa, Windows or Google Takeout wrote. Only faces of which nobody has said anything are labeled.`,
    action: 'Read names',
  },
  sidecars: {
    title: 'Write names beside photos',
    text: 'Writes photo.jpg.xmp beside each photo that has labeled faces, for other programs. What else is in such a file stays. Photos that were uploaded have no place for one.',
    action: 'Write sidecars',
    question: 'Write files beside your photos?',
    questionText:
      'New files appear in your photo folders, and .xmp files that are there get the names. The photos are not touched.',
  },
  started: (kind: string) => `${kind} has started. Jobs shows how far it is.`,
  report: {
    title: 'What came of it',
    none: 'Nothing to change: all of it was known.',
    cancelled: 'Cancelled. What was done until then stays.',
    people: (count: number) => counted(count, 'new person', 'new people'),
    decisions: (count: number) => `${counted(count, 'decision', 'decisions')} taken in`,
    known: (count: number) => `${counted(count, 'decision', 'decisions')} known before`,
    covers: (count: number) => `${counted(count, 'cover', 'covers')} set`,
    differences: (count: number) => `${counted(count, 'pair', 'pairs')} of different people`,
    changed: (count: number) => `${counted(count, 'face', 'faces')} changed by a later word`,
    kept: (count: number) =>
      `${counted(count, 'face', 'faces')} kept, because this library had the later word`,
    waiting: (count: number) =>
      counted(count, 'statement waits for its photo', 'statements wait for their photos'),
    refused: (count: number) =>
      counted(count, 'line says nothing that can be taken in', 'lines say nothing that can be taken in'),
    photos: (count: number) => `${counted(count, 'photo', 'photos')} looked at`,
    labeled: (count: number) => `${counted(count, 'face', 'faces')} labeled`,
    spokenOf: (count: number) => `${counted(count, 'face', 'faces')} you had spoken of stay as they were`,
    withoutFace: (count: number) => `${counted(count, 'name', 'names')} without a face that was found`,
    unreadable: (count: number) => `${counted(count, 'photo', 'photos')} cannot be read any more`,
    written: (count: number) => `${counted(count, 'file', 'files')} written`,
    unchanged: (count: number) => `${counted(count, 'file', 'files')} said all of it already`,
    notWritten: (count: number) => `${counted(count, 'file', 'files')} could not be written`,
    details: 'Show what went wrong',
  },
};
