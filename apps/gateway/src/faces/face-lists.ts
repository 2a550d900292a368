import type { FaceFilter, FaceSort } from '@kindred/domain';
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
