import { useEffect, useMemo } from 'react';
import { FacesPageDocument } from '../graphql/generated/graphql';
import { useDashboard } from '../shell/dashboard';
import { ReviewSession } from './review-session';

const PAGE = 60;

/** A review of all suggestions, or of those for one person. What it decides is on the undo stack like all else. */
export function useReview(personId: string | null): ReviewSession {
  const dashboard = useDashboard();
  const session = useMemo(() => {
    const { api, ledger, actions, undo } = dashboard;
    const quiet = { quiet: true };
    return new ReviewSession(
      {
        async read(after) {
          const { faces } = await api.request(FacesPageDocument, {
            filter: { state: 'INFERRED', person: personId },
            sort: 'UNCERTAIN',
            first: PAGE,
            after,
          });
          ledger.receive(faces.nodes);
          return { faces: faces.nodes, ...faces.pageInfo, endCursor: faces.pageInfo.endCursor ?? null };
        },
        say({ id }, verdict) {
          if (verdict.kind === 'ignore') return actions.ignore([id], quiet);
          if (verdict.kind === 'other') return actions.label([id], verdict.target, quiet);
          return verdict.kind === 'yes' ? actions.confirm([id], quiet) : actions.reject([id], quiet);
        },
        takeBack: (deed) => undo.undo({ id: deed, quiet: true }),
        now: () => performance.now(),
      },
      dashboard.tell,
    );
  }, [dashboard, personId]);
  useEffect(() => void session.read(), [session]);
  useEffect(
    () => dashboard.live.onReconnected(() => session.error !== null && void session.read()),
    [dashboard, session],
  );
  return session;
}
