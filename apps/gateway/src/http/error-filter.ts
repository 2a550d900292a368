import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { toKindredError } from '@kindred/domain';
import type { Logger } from '@kindred/platform';
import type { FastifyReply } from 'fastify';
import { errorBody, statusOf } from './http-error';

/** Answers errors of controllers in words; details of unexpected ones go to the log only. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (error instanceof HttpException) {
      const code = error.getStatus() === 404 ? 'NOT_FOUND' : 'ARGUMENT_INVALID';
      void reply.status(error.getStatus()).send(errorBody({ code, message: error.message, hint: undefined }));
      return;
    }
    const known = toKindredError(error);
    if (known.code === 'INTERNAL') this.logger.error({ err: error }, 'http.failed');
    void reply.status(statusOf(known)).send(errorBody(known));
  }
}
