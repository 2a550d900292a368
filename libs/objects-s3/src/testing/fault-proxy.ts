import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** What happens to bytes on their way: they go on, also changed; are lost without a word; or the connection breaks. */
export type Fate = Buffer | 'lost' | 'broken';

/** A network between a store and its server, which does to bytes what a test says. */
export class FaultProxy {
  onRequest: (bytes: Buffer) => Fate = (bytes) => bytes;
  onAnswer: (bytes: Buffer) => Fate = (bytes) => bytes;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly target: URL,
    private readonly server: Server,
  ) {}

  static async before(endpoint: string): Promise<FaultProxy> {
    const server = createServer();
    const proxy = new FaultProxy(new URL(endpoint), server);
    server.on('connection', (client) => proxy.forward(client));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return proxy;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Connections that the store has now. */
  get open(): number {
    return this.sockets.size / 2;
  }

  /** From now on nothing arrives, and nobody is told: as when a cable is pulled. */
  freeze(): void {
    this.onRequest = () => 'lost';
    this.onAnswer = () => 'lost';
  }

  flow(): void {
    this.onRequest = (bytes) => bytes;
    this.onAnswer = (bytes) => bytes;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await once(this.server.close(), 'close');
  }

  private forward(client: Socket): void {
    const server = connect(Number(this.target.port), this.target.hostname);
    this.pass(client, server, (bytes) => this.onRequest(bytes));
    this.pass(server, client, (bytes) => this.onAnswer(bytes));
  }

  private pass(from: Socket, to: Socket, decide: (bytes: Buffer) => Fate): void {
    this.sockets.add(from);
    from.on('data', (bytes) => {
      const fate = decide(bytes);
      if (fate === 'broken') for (const socket of [from, to]) socket.resetAndDestroy();
      else if (fate !== 'lost') to.write(fate);
    });
    from.on('error', () => to.destroy());
    from.on('close', () => (this.sockets.delete(from), to.destroy()));
  }
}
