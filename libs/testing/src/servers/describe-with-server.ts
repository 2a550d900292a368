import type { RunningServer, SoughtServer } from './seek-server';

/** Starting a server takes some seconds; on a busy computer many. */
const START_TIMEOUT = 120_000;

/**
 * A suite that needs a server, which is started before its first test and stopped after its last. Without one all its
 * tests are reported as skipped, and the title says what was missing.
 */
export function describeWithServer<Address>(
  title: string,
  sought: SoughtServer<Address>,
  suite: (server: () => RunningServer<Address>) => void,
): void {
  if ('missing' in sought) {
    describe.skip(`${title} (no server: ${sought.missing})`, () => suite(neverStarted));
    return;
  }
  describe(title, () => {
    let server: RunningServer<Address> | null = null;
    beforeAll(async () => {
      server = await sought.start();
    }, START_TIMEOUT);
    suite(() => server ?? neverStarted());
    // After the suite's own, which may still need it.
    afterAll(() => server?.stop(), START_TIMEOUT);
  });
}

function neverStarted(): never {
  throw new Error('The server was asked for before the first test of its suite.');
}
