import { useQuery } from '../api/use-query';
import { FaceRangeDocument } from '../graphql/generated/graphql';
import { strings } from '../strings/en';
import { formatProbability } from '../strings/format';
import { type FaceCriteria, filterOf } from './face-criteria';

/** From how sure to how sure the suggestions of a group are. */
export function ConfidenceRange({ criteria }: { criteria: FaceCriteria }) {
  const summary = useQuery(FaceRangeDocument, { filter: filterOf(criteria) }).data?.faceSummary;
  const [low, high] = [summary?.minimumConfidence, summary?.maximumConfidence].map((confidence) =>
    typeof confidence === 'number' ? formatProbability(confidence) : null,
  );
  if (!low || !high) return null;
  return (
    <span className="face-group__range" title={strings.board.rangeTitle}>
      {low === high ? low : strings.board.range(low, high)}
    </span>
  );
}
