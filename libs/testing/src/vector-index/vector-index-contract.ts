import type { VectorIndex } from '@kindred/domain';
import { describeConcurrency } from './concurrency';
import { describeDeleting } from './deleting';
import { describeDurability } from './durability';
import { describeNeighbours } from './neighbours';
import { describeReading } from './reading';
import { describeRefusals } from './refusals';
import { describeScrolling } from './scrolling';
import { describeWriting } from './writing';

/** Where an index keeps its vectors: empty at first, and its own for each test. */
export interface VectorIndexPlace {
  /** Opens the index; again after the one before was closed. */
  open(): Promise<VectorIndex>;
  /** Removes what is kept; the indexes are closed by then. */
  discard(): Promise<void>;
}

/** Every promise of the `VectorIndex` port, as tests of an adapter. */
export function vectorIndexContract(name: string, createPlace: () => Promise<VectorIndexPlace>): void {
  describe(`${name} as a vector index`, () => {
    let place: VectorIndexPlace;
    let index: VectorIndex;

    beforeEach(async () => {
      place = await createPlace();
      index = await place.open();
    });
    afterEach(async () => {
      await index.close();
      await place.discard();
    });

    const opened = () => index;
    describeWriting(opened);
    describeRefusals(opened);
    describeDeleting(opened);
    describeReading(opened);
    describeNeighbours(opened);
    describeScrolling(opened);
    describeConcurrency(opened);
    describeDurability(opened, async () => {
      await index.close();
      return (index = await place.open());
    });
  });
}
