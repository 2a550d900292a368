import { type VectorIndex } from '@kindred/domain';
import { QdrantClient } from '@qdrant/js-client-rest';
import { Collections } from './collections';
import { QdrantVectorIndex } from './qdrant-vector-index';
import { asking } from './qdrant-error';

export interface QdrantOptions {
  /** Where its REST API is, for example `http://qdrant:6333`. */
  readonly url: string;
  readonly apiKey?: string;
  /**
   * What the names of the library's collections begin with: libraries share a Qdrant by different ones. Letters, digits,
   * dots, underscores and hyphens. Default `kindred`.
   */
  readonly prefix?: string;
  /** Milliseconds that a request may take. Default 30 000. */
  readonly timeout?: number;
  /** Copies of every vector in a cluster of several nodes. Default 1. */
  readonly replicas?: number;
  /** Parts that a new collection is cut into, which nodes share. Default: as Qdrant decides. */
  readonly shards?: number;
}

/**
 * Opens the vector index of one library in Qdrant: a collection for each model pack, made when its first vector is
 * written. Vectors are on the disk there, searched through copies of one byte a number in memory and ranked by
 * themselves. Points are faces, whose ids are UUIDs: no resharding changes them.
 * @throws KindredError `CONFIGURATION_INVALID`, or `STORE_UNAVAILABLE` when Qdrant does not answer or refuses the key.
 */
export async function openQdrantVectorIndex({
  url,
  apiKey,
  prefix = 'kindred',
  timeout = 30_000,
  ...layout
}: QdrantOptions): Promise<VectorIndex> {
  // As a header: given as a key, the client writes to the console where the connection is inside of a cluster.
  const headers = apiKey === undefined ? {} : { 'api-key': apiKey };
  const client = new QdrantClient({ url, headers, timeout, checkCompatibility: false });
  const collections = new Collections(client, url, prefix, layout);
  await asking(url, () => client.getCollections());
  return new QdrantVectorIndex(client, url, collections);
}
