import type { Clock } from '@kindred/domain';
import { SettableClock } from '../clock/settable-clock';
import { type Opened, opening } from '../contract';
import type { LibraryStores } from '../library/library-stores';
import { describeFiltering } from './filtering';
import { describeGrouping } from './grouping';
import { describeHiding } from './hiding';
import { describeListing } from './listing';
import { describeMovingSuggestions } from './moving-suggestions';
import { describeObserving } from './observing';
import { describeProjecting } from './projecting';
import { describeSuggesting } from './suggesting';

/** What every `FaceStore` promises; the clock says what time it is for the adapter. */
export function faceStoreContract(
  name: string,
  open: (clock: Clock) => Promise<Opened<LibraryStores>>,
): void {
  describe(`${name} as FaceStore`, () => {
    let clock: SettableClock;
    const library = opening(() => open((clock = new SettableClock())));
    describeObserving(library);
    describeProjecting(library);
    describeSuggesting(library);
    describeMovingSuggestions(library);
    describeHiding(library, () => clock);
    describeListing(library);
    describeFiltering(library);
    describeGrouping(library);
  });
}
