import { setImmediate as immediately } from 'node:timers/promises';

/** After everything that is ready now had its turn; fake timers do not hold it up. */
export const nextTurn = (): Promise<void> => immediately();
