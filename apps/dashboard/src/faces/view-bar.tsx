import { EyeOff } from 'lucide-react';
import { Link } from 'wouter';
import { useQuery } from '../api/use-query';
import { type FaceState, StatsDocument } from '../graphql/generated/graphql';
import { strings } from '../strings/en';
import { isLimited } from './board-address';
import { FaceSizeSlider } from './face-size-slider';
import { FilterChips } from './filter-chips';
import { FilterMenu } from './filter-menu';
import { SortMenu } from './sort-menu';
import { type BoardAddress } from './use-board-address';

interface ViewBarProps {
  state: FaceState;
  address: BoardAddress;
  /** How many faces there are; null while they are counted. */
  count: number | null;
}

/** How many faces there are, and how they are shown. */
export function ViewBar({ state, address, count }: ViewBarProps) {
  const { limits, limit, onlyWhileLimited } = address;
  return (
    <>
      <div className="view-bar">
        <p role="status">
          {count !== null &&
            count > 0 &&
            (isLimited(limits) ? strings.filters.matching : strings.counts.faces)(count)}
        </p>
        <div className="view-bar__actions">
          {state === 'INFERRED' && count !== null && count > 0 && (
            <Link className="button button--primary button--small" href="/review">
              {strings.review.start}
            </Link>
          )}
          {state === 'UNKNOWN' && <IgnoredLink />}
          <FaceSizeSlider />
          <FilterMenu state={state} limits={limits} limit={limit} count={count} />
          <SortMenu state={state} address={address} />
        </div>
      </div>
      <FilterChips limits={limits} limit={limit} onlyWhileLimited={onlyWhileLimited} />
    </>
  );
}

/** To the strangers that were taken out of this list. */
function IgnoredLink() {
  const count = useQuery(StatsDocument, {}).data?.stats.faces.ignored ?? 0;
  if (count === 0) return null;
  return (
    <Link className="button button--quiet button--small" href="/ignored">
      <EyeOff size={16} aria-hidden />
      {strings.ignoring.link(count)}
    </Link>
  );
}
