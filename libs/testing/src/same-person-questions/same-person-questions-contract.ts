import type { Clock } from '@kindred/domain';
import { SettableClock } from '../clock/settable-clock';
import { type Opened, opening } from '../contract';
import type { LibraryStores } from '../library/library-stores';
import { describeAnswering } from './answering';
import { describeAsking } from './asking';
import { describeMergedPeople } from './merged-people';
import { describePartedPeople } from './parted-people';

/** What every `SamePersonQuestions` promises; the clock says what time it is for the adapter. */
export function samePersonQuestionsContract(
  name: string,
  open: (clock: Clock) => Promise<Opened<LibraryStores>>,
): void {
  describe(`${name} as SamePersonQuestions`, () => {
    let clock: SettableClock;
    const library = opening(() => open((clock = new SettableClock())));
    describeAsking(library);
    describeAnswering(library, () => clock);
    describeMergedPeople(library);
    describePartedPeople(library);
  });
}
