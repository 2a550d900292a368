import type { ObjectStore } from '@kindred/domain';
import { type Open, opening } from '../contract';
import { describeConcurrency } from './concurrency';
import { describeDeleting } from './deleting';
import { describeKeys } from './keys';
import { describeListing } from './listing';
import { describePutting } from './putting';
import { describeReading } from './reading';

/** What every `ObjectStore` promises. */
export function objectStoreContract(name: string, open: Open<ObjectStore>): void {
  describe(`${name} as ObjectStore`, () => {
    const objects = opening(open);
    describeKeys(objects);
    describePutting(objects);
    describeReading(objects);
    describeDeleting(objects);
    describeListing(objects);
    describeConcurrency(objects);
  });
}
