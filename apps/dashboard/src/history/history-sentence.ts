import { type HistoryEntryFragment } from '../graphql/generated/graphql';
import { strings } from '../strings/en';

/** How the gateway calls whoever sits at the dashboard, and what brings deleted faces back. */
const CALLED: Readonly<Record<string, string>> = {
  user: strings.history.you,
  rescan: strings.history.rescan,
};

/** What happened, as somebody would tell it. */
export function historySentence(entry: HistoryEntryFragment): string {
  const { gone, sentence } = strings.history;
  return sentence[entry.kind]({
    who: CALLED[entry.actor] ?? entry.actor,
    faces: entry.faceCount,
    name: entry.name ?? entry.person?.displayName ?? gone,
    formerName: entry.formerName ?? gone,
    other: entry.other?.displayName ?? gone,
  });
}
