import type { FaceFilter, FaceGroupQuery, FaceSort, PersonWithCounts } from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import { connectionOf, type PageArguments, pageRequest } from '../graphql/connection';

/** One page of faces. @throws KindredError `ARGUMENT_INVALID`. */
export async function readFaces(
  { faces }: Ports,
  filter: FaceFilter,
  { sort, skip, ...page }: PageArguments & { readonly sort: FaceSort; readonly skip: number },
) {
  return connectionOf(await faces.list({ ...filter, ...pageRequest(page), sort, skip }));
}

/** One page of the people whose faces match, each with how many do; whoever goes meanwhile is left out. */
export async function readGroups({ faces, people }: Ports, query: FaceGroupQuery) {
  const { items, cursors, next } = await faces.groups(query);
  const found = new Map<string, PersonWithCounts>(
    (await people.getMany(items.map(({ person }) => person))).map((person) => [person.id, person]),
  );
  const edges = items.flatMap(({ person: id, count }, index) => {
    const person = found.get(id);
    return person === undefined ? [] : [{ cursor: cursors[index]!, node: { person, faceCount: count } }];
  });
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: { hasNextPage: next !== null, endCursor: cursors.at(-1) ?? null },
  };
}

/** The first of the faces that match, in an order. */
export async function firstFace({ faces }: Ports, filter: FaceFilter, sort: FaceSort) {
  return (await faces.list({ ...filter, sort, limit: 1 })).items[0];
}

/** The confidence of the first inferred face of those that match, in an order; null when none of them is inferred. */
export async function firstConfidence(
  ports: Ports,
  filter: FaceFilter,
  sort: FaceSort,
): Promise<number | null> {
  const standing = (await firstFace(ports, { ...filter, confidence: filter.confidence ?? {} }, sort))
    ?.standing;
  return standing?.state === 'inferred' ? standing.confidence : null;
}

/** All buckets of a list, each with how many faces come before it. */
export async function timelineOf({ faces }: Ports, filter: FaceFilter, sort: FaceSort) {
  let count = 0;
  const buckets = (await faces.buckets({ ...filter, sort })).map((bucket) => {
    const position = count;
    count += bucket.count;
    return { ...bucket, position };
  });
  return { count, buckets };
}
