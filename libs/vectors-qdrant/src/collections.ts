import { KindredError, type PackName } from '@kindred/domain';
import type { QdrantClient } from '@qdrant/js-client-rest';
import { asking, statusOf } from './qdrant-error';

/** The one vector that each point has; named, so that a point can have others later. */
export const VECTOR = 'embedding';
/** Of the numbers of a vector, those that become the ends of a byte's range: few are beyond. */
const QUANTILE = 0.99;

/** Between the prefix and the pack; neither has it, so that no name belongs to two libraries. */
const SEPARATOR = '~';
const PREFIX = /^[a-z0-9][a-z0-9._-]*$/i;

export interface Layout {
  readonly replicas?: number;
  readonly shards?: number;
}

/** The collections of one library: one for each model pack. */
export class Collections {
  private readonly dimensions = new Map<PackName, number>();

  /** @throws KindredError `CONFIGURATION_INVALID`. */
  constructor(
    private readonly client: QdrantClient,
    private readonly url: string,
    private readonly prefix: string,
    private readonly layout: Layout,
  ) {
    if (PREFIX.test(prefix)) return;
    throw new KindredError(
      'CONFIGURATION_INVALID',
      `${JSON.stringify(prefix)} is no prefix of collections.`,
      {
        hint: 'Use letters, digits, dots, underscores and hyphens.',
      },
    );
  }

  nameOf(pack: PackName): string {
    return `${this.prefix}${SEPARATOR}${pack}`;
  }

  /** The names of all that there are. */
  async all(): Promise<readonly string[]> {
    const { collections } = await asking(this.url, () => this.client.getCollections());
    return collections
      .map(({ name }) => name)
      .filter((name) => name.startsWith(`${this.prefix}${SEPARATOR}`));
  }

  /** How many numbers the vectors of a pack have; null for a pack without a collection. */
  async dimensionOf(pack: PackName): Promise<number | null> {
    const known = this.dimensions.get(pack);
    if (known !== undefined) return known;
    const found = await asking(this.url, () => this.read(pack));
    if (found !== null) this.dimensions.set(pack, found);
    return found;
  }

  /** Makes the collection of a pack unless it is there, and answers how many numbers its vectors have. */
  async ensure(pack: PackName, dimension: number): Promise<number> {
    const known = await this.dimensionOf(pack);
    if (known !== null) return known;
    await asking(this.url, () => this.create(pack, dimension));
    return (await this.dimensionOf(pack)) ?? dimension;
  }

  private async read(pack: PackName): Promise<number | null> {
    const name = this.nameOf(pack);
    if (!(await this.client.collectionExists(name)).exists) return null;
    const { config } = await this.client.getCollection(name);
    const vectors = config.params.vectors as Readonly<Record<string, { readonly size?: number }>> | undefined;
    const size = vectors?.[VECTOR]?.size;
    if (typeof size === 'number') return size;
    throw new KindredError('STORE_UNAVAILABLE', `The collection ${name} in Qdrant is not one of Kindred's.`, {
      hint: 'Choose another prefix for the collections.',
    });
  }

  private async create(pack: PackName, size: number): Promise<void> {
    try {
      await this.client.createCollection(this.nameOf(pack), {
        // Vectors have length 1, so their dot product is their cosine; `Cosine` would change their last digits.
        vectors: { [VECTOR]: { size, distance: 'Dot', on_disk: true } },
        quantization_config: { scalar: { type: 'int8', quantile: QUANTILE, always_ram: true } },
        on_disk_payload: true,
        ...(this.layout.replicas !== undefined && { replication_factor: this.layout.replicas }),
        ...(this.layout.shards !== undefined && { shard_number: this.layout.shards }),
      });
    } catch (error) {
      // Somebody else made it at the same time.
      if (statusOf(error) !== 409 && statusOf(error) !== 400) throw error;
      if (!(await this.client.collectionExists(this.nameOf(pack))).exists) throw error;
    }
  }
}
