import { strings } from '../strings/en';
import { formatProbability } from '../strings/format';
import { type Face } from './face-criteria';

/** What a face is called for people who hear the screen; end-to-end tests find faces by it. */
export function faceName(face: Face): string {
  if (face.state === 'IGNORED') return strings.faceName.ignored;
  if (face.state === 'UNKNOWN' || !face.person)
    return strings.faceName.unknown(face.person?.displayName ?? null);
  const name =
    face.state === 'LABELED'
      ? strings.faceName.labeled(face.person.displayName)
      : strings.faceName.inferred(face.person.displayName, formatProbability(face.confidence ?? 0));
  return face.age?.years === null ? `${name}, ${strings.people.cannotBe}` : name;
}
