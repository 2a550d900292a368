import { createClient, type Client } from 'graphql-ws';
import { type TypedDocumentString } from '../graphql/generated/graphql';

export type Connection = 'connecting' | 'connected' | 'lost';

const LONGEST_WAIT_MS = 8000;

/**
 * Subscriptions over one WebSocket that is opened again for ever. After a lost connection events may have been missed,
 * so `onReconnected` listeners should look at everything again.
 */
export class LiveUpdates {
  private readonly client: Client;
  private readonly listeners = new Set<() => void>();
  private readonly reconnected = new Set<() => void>();
  private state: Connection = 'connecting';

  constructor(url: string) {
    let wasConnected = false;
    this.client = createClient({
      url,
      lazy: false,
      keepAlive: 12_000,
      retryAttempts: Infinity,
      shouldRetry: () => true,
      // Doubling waits with some chance in them, so that many dashboards do not come back in the same instant.
      retryWait: (retries) =>
        new Promise((resolve) =>
          setTimeout(resolve, Math.min(LONGEST_WAIT_MS, 400 * 2 ** retries) * (0.75 + Math.random() / 2)),
        ),
      on: {
        connected: () => {
          this.enter('connected');
          if (wasConnected) for (const listener of this.reconnected) listener();
          wasConnected = true;
        },
        closed: () => this.enter('lost'),
      },
    });
  }

  get connection(): Connection {
    return this.state;
  }

  /** Tells of changes of `connection`; returns how to stop. */
  onConnection = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  onReconnected(listener: () => void): () => void {
    this.reconnected.add(listener);
    return () => this.reconnected.delete(listener);
  }

  /** Calls `onValue` for each event, across reconnections, until the returned function is called. */
  subscribe<Result>(
    document: TypedDocumentString<Result, Record<string, never>>,
    onValue: (value: Result) => void,
  ): () => void {
    return this.client.subscribe<Result>(
      { query: document.toString() },
      {
        next: (result) => result.data && onValue(result.data),
        // An answer with errors ends one subscription; the views still refresh by asking.
        error: () => undefined,
        complete: () => undefined,
      },
    );
  }

  private enter(state: Connection): void {
    if (this.state === state) return;
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
