import { type Open, opening } from '../contract';
import type { LibraryStores } from '../library/library-stores';
import { describeFiltering } from './filtering';
import { describeHiding } from './hiding';
import { describeListing } from './listing';
import { describeMovingSuggestions } from './moving-suggestions';
import { describeObserving } from './observing';
import { describeProjecting } from './projecting';
import { describeSuggesting } from './suggesting';

/** What every `FaceStore` promises. */
export function faceStoreContract(name: string, open: Open<LibraryStores>): void {
  describe(`${name} as FaceStore`, () => {
    const library = opening(open);
    describeObserving(library);
    describeProjecting(library);
    describeSuggesting(library);
    describeMovingSuggestions(library);
    describeHiding(library);
    describeListing(library);
    describeFiltering(library);
  });
}
