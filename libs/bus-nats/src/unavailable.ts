import { KindredError } from '@kindred/domain';

/** Any error of the client as the one that callers of the bus know; a `KindredError` stays itself. */
export function unavailable(error: unknown): KindredError {
  if (error instanceof KindredError) return error;
  return new KindredError('BUS_UNAVAILABLE', `NATS does not answer (${(error as Error).message}).`, {
    cause: error,
    transient: true,
    hint: 'Check that the NATS server runs and has JetStream enabled.',
  });
}

/** Runs a step and translates what it throws. */
export async function translated<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw unavailable(error);
  }
}
