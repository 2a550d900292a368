import { type Open, opening } from '../contract';
import type { LibraryStores } from '../library/library-stores';
import { describeCounting } from './counting';
import { describeListing } from './listing';
import { describeMerging } from './merging';
import { describeNaming } from './naming';
import { describeParting } from './parting';
import { describePeople } from './people';

/** What every `PersonStore` promises. */
export function personStoreContract(name: string, open: Open<LibraryStores>): void {
  describe(`${name} as PersonStore`, () => {
    const library = opening(open);
    describePeople(() => library().people);
    describeNaming(library);
    describeCounting(library);
    describeMerging(library);
    describeParting(library);
    describeListing(library);
  });
}
