import type { LoggerService } from '@nestjs/common';
import type { Logger } from './logger';

/** Passes what Nest has to say on to the structured log; its start-up chatter is debug. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context, detail: String(message) }, 'nest.message');
  }

  debug = this.log;
  verbose = this.log;

  warn(message: unknown, context?: string): void {
    this.logger.warn({ context, detail: String(message) }, 'nest.warning');
  }

  error(message: unknown, stack?: string, context?: string): void {
    this.logger.error({ context, detail: String(message), stack }, 'nest.error');
  }

  fatal = this.error;
}
