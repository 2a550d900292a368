/** One adapter, freshly opened and empty, and the way to end it. */
export interface Opened<Port> {
  readonly port: Port;
  close(): Promise<void>;
}

/** Opens an adapter for one test. */
export type Open<Port> = () => Promise<Opened<Port>>;

/** A suite of tests that opens an adapter before each test and closes it after, and hands it out in between. */
export function opening<Port>(open: Open<Port>): () => Port {
  // Adapters wait for disks and servers, which other work may keep busy; a test that hangs still ends.
  jest.setTimeout(30_000);
  let opened: Opened<Port> | null = null;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(async () => {
    await opened?.close();
    opened = null;
  });
  return () => opened!.port;
}
