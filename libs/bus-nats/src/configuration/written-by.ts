const KEY = 'kindred_version';

type Metadata = Readonly<Record<string, string>> | undefined;

/** The metadata of something that this version of Kindred configured, with what others wrote there. */
export function writtenBy(version: string, metadata: Metadata): Record<string, string> {
  const others = Object.entries(metadata ?? {}).filter(([key]) => !key.startsWith('_nats.'));
  return { ...Object.fromEntries(others), [KEY]: version };
}

export const writerOf = (metadata: Metadata): string | undefined => metadata?.[KEY];

/** Whether something was configured by a version of Kindred that came after this one. */
export function isNewer(writer: string | undefined, version: string): boolean {
  if (writer === undefined) return false;
  const [theirs, ours] = [numbersOf(writer), numbersOf(version)];
  const place = theirs.findIndex((number, index) => number !== ours[index]);
  return place >= 0 && theirs[place]! > ours[place]!;
}

function numbersOf(version: string): readonly [number, number, number] {
  const [, major = 0, minor = 0, patch = 0] = /^(\d+)\.(\d+)\.(\d+)/.exec(version) ?? [];
  return [Number(major), Number(minor), Number(patch)];
}
