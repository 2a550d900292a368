import { type HistoryEntryFragment } from '../graphql/generated/graphql';
import { strings } from '../strings/en';

/** How the gateway calls whoever sits at the dashboard. */
const USER = 'user';

/** What happened, as somebody would tell it. */
export function historySentence({ kind, actor, faceCount, person }: HistoryEntryFragment): string {
  const who = actor === USER ? strings.history.you : actor;
  return strings.history.sentence[kind](who, faceCount, person?.displayName ?? strings.history.gone);
}
