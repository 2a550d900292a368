import { KindredError } from '@kindred/domain';
import { MongoError, MongoServerError } from 'mongodb';

const REFUSED = new Set([13, 18]);
const FULL = 14031;

/** A store whose methods throw nothing but a `KindredError` that says where and what to do. */
export function translating<Store extends object>(store: Store, place: string): Store {
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return async (...parameters: unknown[]): Promise<unknown> => {
        try {
          return await (value.apply(target, parameters) as Promise<unknown>);
        } catch (error) {
          throw failureOf(error, place);
        }
      };
    },
  });
}

/** Anything that an exchange with the server threw; what is not the server's stays as it is. */
export function failureOf(error: unknown, place: string): unknown {
  if (error instanceof KindredError || !(error instanceof MongoError)) return error;
  const code = error instanceof MongoServerError ? error.code : undefined;
  if (typeof code === 'number' && REFUSED.has(code)) {
    return new KindredError('STORE_UNAVAILABLE', `The database at ${place} refuses access.`, {
      cause: error,
      hint: 'Correct the user and the password in its address, or allow that user to read and write.',
    });
  }
  if (code === FULL) {
    return new KindredError('DISK_FULL', `The database at ${place} is full.`, {
      cause: error,
      transient: true,
      hint: 'Give it more space; Kindred goes on by itself.',
    });
  }
  if (code !== undefined) {
    return new KindredError('STORE_UNAVAILABLE', `The database at ${place} answered: ${error.message}`, {
      cause: error,
      hint: "Look into the server's log.",
    });
  }
  return new KindredError('STORE_UNAVAILABLE', `The database at ${place} does not answer.`, {
    cause: error,
    transient: true,
    hint: 'Check that it runs and can be reached from here; Kindred goes on by itself.',
  });
}
