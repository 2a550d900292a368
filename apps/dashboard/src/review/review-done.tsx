import { Sparkles } from 'lucide-react';
import { EmptyState } from '../design/empty-state';
import { useCommands } from '../shell/use-commands';
import { strings } from '../strings/en';
import { formatCount } from '../strings/format';
import { type ReviewSession } from './review-session';

const text = strings.review.done;

/** What was done, and what comes of it: training learns from the answers. */
export function ReviewDone({ session, leave }: { session: ReviewSession; leave: () => void }) {
  const { train } = useCommands();
  const { yes, no, other, ignore, skip } = session.counts;
  const reviewed = yes + no + other + ignore + skip > 0;
  return (
    <EmptyState
      art="done"
      title={reviewed ? text.title : text.nothing}
      text={reviewed ? text.text : text.nothingText}
    >
      {reviewed && (
        <dl className="review-done">
          {(
            [
              ['yes', yes],
              ['no', no],
              ['other', other],
              ['ignore', ignore],
              ['skip', skip],
            ] as const
          )
            .filter(([kind, count]) => kind !== 'ignore' || count > 0)
            .map(([kind, count]) => (
              <div key={kind}>
                <dd>{formatCount(count)}</dd>
                <dt>{text.counts[kind]}</dt>
              </div>
            ))}
        </dl>
      )}
      <div className="review-done__actions">
        {skip > 0 && (
          <button className="button button--quiet" onClick={() => session.again()}>
            {text.again}
          </button>
        )}
        <button className="button button--quiet" onClick={leave}>
          {text.leave}
        </button>
        <button
          className="button button--primary"
          onClick={() => {
            void train();
            leave();
          }}
        >
          <Sparkles size={17} aria-hidden />
          {strings.actions.train}
        </button>
      </div>
    </EmptyState>
  );
}
