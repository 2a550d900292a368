import type { TestPorts } from '@kindred/testing-standalone';

const WATCHED = [
  'photos',
  'faces',
  'labels',
  'people',
  'vectors',
  'objects',
  'originals',
  'bus',
  'jobs',
] as const;

export interface PortsMeanwhile {
  readonly ports: TestPorts;
  /** How many calls there were until now. */
  readonly calls: number;
}

/** The same ports; right before the call with this number (the first is 1) something else happens. */
export function portsMeanwhile(ports: TestPorts, at: number, what: () => Promise<void>): PortsMeanwhile {
  let calls = 0;
  const watch = (port: (typeof WATCHED)[number]): object => {
    const target = ports[port] as unknown as Record<string, unknown>;
    return new Proxy(target, {
      get(_, name: string) {
        const member = target[name];
        // A list is no promise: what happens before it happens before the next call.
        if (typeof member !== 'function' || name === 'list') return member;
        return async (...given: unknown[]): Promise<unknown> => {
          calls += 1;
          if (calls === at) await what();
          return (member as (...given: unknown[]) => unknown).apply(target, given);
        };
      },
    });
  };
  const watched = Object.fromEntries(WATCHED.map((port) => [port, watch(port)]));
  return {
    ports: { ...ports, ...watched } as TestPorts,
    get calls() {
      return calls;
    },
  };
}
