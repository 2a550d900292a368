/**
 * Appends batches of decisions to the log in the file that it is given, one after the other, and prints a line at each
 * turn of the event loop; goes on until it is killed. Batch n is action n.
 */
const { setImmediate: nextTurn } = require('node:timers/promises');
const { openSqliteStores } = require('../../dist/index.js');

async function main([file, first, size]) {
  const { labels } = openSqliteStores({ file });
  void (async () => {
    for (;;) {
      await nextTurn();
      process.stdout.write('.\n');
    }
  })();
  for (let batch = Number(first); ; batch += 1) {
    const decisions = Array.from({ length: Number(size) }, (_, index) => ({
      kind: 'unassign',
      id: `decision ${batch} ${index}`,
      face: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      photo: 'photo',
      actor: 'somebody',
      at: '2026-01-01T12:00:00.000Z',
      action: `action ${batch}`,
    }));
    if (batch % 2 === 0) await labels.append(decisions);
    else {
      await labels.reserve(`place ${batch}`, decisions.length);
      await labels.append(decisions, `place ${batch}`);
    }
    process.stdout.write(`${batch}\n`);
  }
}

void main(process.argv.slice(2));
