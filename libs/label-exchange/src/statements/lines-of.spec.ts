import fc from 'fast-check';
import { LONGEST_LINE, linesOf, TOO_LONG } from './lines-of';

describe('the lines of a text', () => {
  it('are the same wherever its pieces begin', async () => {
    const text = fc
      .array(fc.stringMatching(/^[aé王🙂"\r ]*$/u), { maxLength: 6 })
      .map((lines) => lines.join('\n'));
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (given, size) => {
        const expected = given.split('\n').map((line) => line.replace(/\r$/, ''));
        if (given.split('\n').at(-1) === '') expected.pop();
        expect(await collected(linesOf(piecesOf(Buffer.from(given), size)))).toEqual(expected);
      }),
    );
  });

  it('that are too long are left out, and the next ones are read', async () => {
    const long = 'x'.repeat(LONGEST_LINE);
    const text = Buffer.from(`first\n${long}\n${long}x\nlast\n${long}${long}`);
    const lines = await collected(linesOf(piecesOf(text, 65_536)));
    expect(lines.map((line) => (line === long ? 'as long as may be' : line))).toEqual([
      'first',
      'as long as may be',
      TOO_LONG,
      'last',
      TOO_LONG,
    ]);
  });

  it('are read without keeping one that never ends', async () => {
    let most = 0;
    const endless = (async function* () {
      const piece = Buffer.alloc(65_536, 'x');
      for (let sent = 0; sent < 64 * LONGEST_LINE; sent += piece.length) {
        yield piece;
        most = Math.max(most, process.memoryUsage().arrayBuffers);
      }
    })();
    const before = process.memoryUsage().arrayBuffers;
    expect(await collected(linesOf(endless))).toEqual([TOO_LONG]);
    expect(most - before).toBeLessThan(48 * LONGEST_LINE);
  });
});

async function* piecesOf(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
