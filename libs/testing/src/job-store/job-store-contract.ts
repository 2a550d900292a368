import type { JobStore } from '@kindred/domain';
import { type Open, opening } from '../contract';
import type { LibraryStores } from '../library/library-stores';
import { describeChanging } from './changing';
import { describeKeeping } from './keeping';
import { describeListing } from './listing';

/** What every `JobStore` promises. */
export function jobStoreContract(name: string, open: Open<Pick<LibraryStores, 'jobs'>>): void {
  describe(`${name} as JobStore`, () => {
    const library = opening(open);
    const jobs = (): JobStore => library().jobs;
    describeKeeping(jobs);
    describeChanging(jobs);
    describeListing(jobs);
  });
}
