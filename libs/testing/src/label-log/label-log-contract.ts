import type { LabelLog } from '@kindred/domain';
import { type Open, opening } from '../contract';
import type { LibraryStores } from '../library/library-stores';
import { describeAppending } from './appending';
import { describeReading } from './reading';
import { describeReserving } from './reserving';

/** What every `LabelLog` promises. */
export function labelLogContract(name: string, open: Open<Pick<LibraryStores, 'labels'>>): void {
  describe(`${name} as LabelLog`, () => {
    const library = opening(open);
    const log = (): LabelLog => library().labels;
    describeAppending(log);
    describeReading(log);
    describeReserving(log);
  });
}
