import fc from 'fast-check';
import { RowLists } from './row-lists';

const LISTS = 3;
const list = fc.nat(LISTS - 1);
const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('add' as const), list }),
    fc.record({ kind: fc.constant('move' as const), at: fc.nat(), list }),
    fc.record({ kind: fc.constant('remove' as const), at: fc.nat() }),
  ),
  { maxLength: 60 },
);

describe('RowLists', () => {
  it('have every row in the list where it was put last, while rows come, go and are renumbered', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const lists = new RowLists(LISTS);
        const expected: number[] = [];
        for (const step of taken) {
          if (step.kind === 'add') {
            lists.add(expected.length, step.list);
            expected.push(step.list);
          } else if (expected.length > 0) {
            const row = step.at % expected.length;
            if (step.kind === 'move') {
              lists.move(row, step.list);
              expected[row] = step.list;
              continue;
            }
            // As rows are deleted: the last one takes the free number.
            const last = expected.pop()!;
            lists.remove(row);
            if (row === expected.length) continue;
            lists.renumber(expected.length, row);
            expected[row] = last;
          }
        }
        for (let number = 0; number < LISTS; number += 1) {
          const rows = expected.flatMap((where, row) => (where === number ? [row] : []));
          expect([...lists.rowsOf(number)].sort((one, other) => one - other)).toEqual(rows);
        }
      }),
    );
  });
});
