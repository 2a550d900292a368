import type { Clock } from '@kindred/domain';
import { SettableClock } from '../clock/settable-clock';
import { type Opened, opening } from '../contract';
import type { LibraryStores } from '../library/library-stores';
import { describeAlike } from './alike';
import { describeAllHidden } from './all-hidden';
import { describeChanging } from './changing';
import { describeCounting } from './counting';
import { describeDetails } from './details';
import { describeListing } from './listing';
import { describeMerging } from './merging';
import { describeNaming } from './naming';
import { describeParting } from './parting';
import { describePeople } from './people';

/** What every `PersonStore` promises; the clock says what time it is for the adapter. */
export function personStoreContract(
  name: string,
  open: (clock: Clock) => Promise<Opened<LibraryStores>>,
): void {
  describe(`${name} as PersonStore`, () => {
    let clock: SettableClock;
    const library = opening(() => open((clock = new SettableClock())));
    describePeople(() => library().people);
    describeNaming(library);
    describeCounting(library);
    describeAllHidden(library);
    describeMerging(library);
    describeParting(library);
    describeListing(library);
    describeDetails(library);
    describeChanging(library, () => clock);
    describeAlike(library);
  });
}
