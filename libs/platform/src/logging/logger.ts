import pino, { type Logger as PinoLogger } from 'pino';

/**
 * Structured events: `logger.info({ photo }, 'photo.detected')`. Event names are stable; no personal data.
 */
export type Logger = Pick<PinoLogger, 'debug' | 'info' | 'warn' | 'error' | 'child'>;

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface LoggerOptions {
  readonly level: LogLevel;
  /** A file that is appended to, or standard error when absent. */
  readonly file?: string;
}

/** One JSON line an event, with `time` in ISO 8601 and errors serialised as `err`. */
export function createLogger({ level, file }: LoggerOptions): Logger {
  const destination = pino.destination(file === undefined ? { fd: 2, sync: true } : { dest: file, mkdir: true, sync: false });
  return pino({ level, timestamp: pino.stdTimeFunctions.isoTime, base: null }, destination);
}

/** Says nothing; for tests. */
export const silentLogger: Logger = pino({ level: 'silent' });
