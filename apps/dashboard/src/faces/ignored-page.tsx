import { Link } from 'wouter';
import { useMemo } from 'react';
import { useQuery } from '../api/use-query';
import { EmptyState } from '../design/empty-state';
import { StatsDocument } from '../graphql/generated/graphql';
import { useTitle } from '../shell/use-title';
import { strings } from '../strings/en';
import { FaceBoard } from './face-board';
import { FaceSizeSlider } from './face-size-slider';
import { ignoredFaces } from './state-groups';

const text = strings.ignoring;

/** The faces that nobody wants to see, to look through and to bring back. */
export function IgnoredPage() {
  useTitle(text.title);
  const count = useQuery(StatsDocument, {}).data?.stats.faces.ignored ?? null;
  const whole = useMemo(() => [{ criteria: ignoredFaces.criteria, count: count ?? 0 }], [count]);
  return (
    <>
      <h1 className="visually-hidden">{text.title}</h1>
      <div className="view-bar">
        <p role="status">{count !== null && count > 0 && strings.counts.faces(count)}</p>
        <div className="view-bar__actions">
          <FaceSizeSlider />
        </div>
      </div>
      {count !== null && count > 0 && <p className="ignored__text soft">{text.text}</p>}
      <FaceBoard
        groups={GROUPS}
        whole={whole}
        complete={count !== null}
        empty={
          <EmptyState art="done" title={text.empty.title} text={text.empty.text}>
            <Link className="button button--primary" href="/unknown">
              {text.empty.action}
            </Link>
          </EmptyState>
        }
      />
    </>
  );
}

const GROUPS = [ignoredFaces];
