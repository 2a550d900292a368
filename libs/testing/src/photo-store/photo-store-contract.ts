import { type Open, opening } from '../contract';
import type { LibraryStores } from '../library/library-stores';
import { describeAdding } from './adding';
import { describeFailures } from './failures';
import { describeListing } from './listing';
import { describeScanning } from './scanning';
import { describeSources } from './sources';

/** What every `PhotoStore` promises. */
export function photoStoreContract(name: string, open: Open<LibraryStores>): void {
  describe(`${name} as PhotoStore`, () => {
    const library = opening(open);
    describeAdding(() => library().photos);
    describeSources(() => library().photos);
    describeListing(() => library().photos);
    describeScanning(() => library().photos);
    describeFailures(library);
  });
}
