import { Readable } from 'node:stream';
import fc from 'fast-check';
import { partsOf } from './parts-of';

async function all(parts: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const found: Buffer[] = [];
  for await (const part of parts) found.push(part);
  return found;
}

describe('the parts of a body', () => {
  it('are its bytes, in parts of one size but for the last, whichever way they come', async () => {
    const chunks = fc.array(fc.uint8Array({ maxLength: 30 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(chunks, fc.integer({ min: 1, max: 20 }), async (given, size) => {
        const bytes = Buffer.concat(given);
        const stream = Readable.from(given.map((chunk) => Buffer.from(chunk)));
        for (const body of [bytes, new Uint8Array(bytes), stream]) {
          const parts = await all(partsOf(body, size));
          expect(Buffer.concat(parts).equals(bytes)).toBe(true);
          expect(parts).toHaveLength(Math.max(1, Math.ceil(bytes.length / size)));
          expect(parts.slice(0, -1).every(({ length }) => length === size)).toBe(true);
        }
      }),
    );
  });

  it('are read no further ahead than one part', async () => {
    let produced = 0;
    const body = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(10, produced++);
      })(),
    );
    const parts = partsOf(body, 100);
    await parts.next();
    expect(produced).toBeLessThan(10 + body.readableHighWaterMark + 2);
    await parts.return(undefined);
    expect(body.destroyed).toBe(true);
  });
});
