import { type HistoryEntryFragment } from '../graphql/generated/graphql';
import { strings } from '../strings/en';

/** How the gateway calls whoever sits at the dashboard. */
const USER = 'user';

/** What happened, as somebody would tell it. */
export function historySentence(entry: HistoryEntryFragment): string {
  const { gone, you, sentence } = strings.history;
  return sentence[entry.kind]({
    who: entry.actor === USER ? you : entry.actor,
    faces: entry.faceCount,
    name: entry.name ?? entry.person?.displayName ?? gone,
    formerName: entry.formerName ?? gone,
    other: entry.other?.displayName ?? gone,
  });
}
