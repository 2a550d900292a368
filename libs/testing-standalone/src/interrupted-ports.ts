import { KindredError } from '@kindred/domain';
import type { TestPorts } from './open-test-ports';

/** What changes something, by port. */
const WRITES = {
  bus: ['publish', 'publishAll'],
  photos: [
    'add',
    'requestScan',
    'completeScan',
    'failScan',
    'failPendingScans',
    'moveOriginal',
    'recordFailedSource',
    'forgetSource',
  ],
  faces: [
    'upsert',
    'beginRemoval',
    'remove',
    'project',
    'changeSuggestions',
    'moveSuggestions',
    'bringBackSuggestions',
  ],
  people: [
    'create',
    'rename',
    'unname',
    'setCover',
    'mergeInto',
    'part',
    'remove',
    'removeUnlabeled',
    'nextUnknownNumber',
  ],
  labels: ['append', 'reserve', 'discard', 'markProjected'],
  jobs: ['put', 'update'],
  questions: ['ask', 'answer', 'takeBack', 'carryOver'],
  actions: ['begin', 'settle'],
  objects: ['put', 'delete'],
  vectors: ['upsert', 'delete', 'deleteEverywhere'],
} as const;

/**
 * `crash`: the process is gone, so that this write and every call after it fail. `refused`: only this write fails and
 * is not done. `lost answer`: it is done, but its caller hears that it failed.
 */
export type Interruption = 'crash' | 'refused' | 'lost answer';

export interface InterruptedPorts {
  readonly ports: TestPorts;
  /** How many writes were asked for until now. */
  readonly writes: number;
}

/** The same ports, of which the write with this number (the first is 1) is interrupted; 0 interrupts none. */
export function interruptedPorts(ports: TestPorts, at: number, how: Interruption): InterruptedPorts {
  let writes = 0;
  let dead = false;
  const failure = (name: string) =>
    new KindredError('STORE_UNAVAILABLE', `${name} was interrupted.`, { transient: true });

  const intercept = (port: keyof typeof WRITES): object => {
    const target = ports[port] as unknown as Record<string, unknown>;
    return new Proxy(target, {
      get(_, name: string) {
        const member = target[name];
        if (typeof member !== 'function') return member;
        const isWrite = (WRITES[port] as readonly string[]).includes(name);
        return (...given: unknown[]): unknown => {
          const call = () => (member as (...given: unknown[]) => unknown).apply(target, given);
          if (dead) return Promise.reject(failure(name));
          if (!isWrite || ++writes !== at) return call();
          if (how === 'crash') dead = true;
          if (how !== 'lost answer') return Promise.reject(failure(name));
          return (call() as Promise<unknown>).then(() => Promise.reject(failure(name)));
        };
      },
    });
  };

  const intercepted = Object.fromEntries(
    (Object.keys(WRITES) as (keyof typeof WRITES)[]).map((port) => [port, intercept(port)]),
  );
  return {
    ports: { ...ports, ...intercepted } as TestPorts,
    get writes() {
      return writes;
    },
  };
}
