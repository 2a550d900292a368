import { toKindredError } from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import { finishDeletions } from './finish-deletions';

const MINUTE = 60 * 1000;

/** Finishes deletions whose time has come, at the start and then every minute. */
export class DeletionSweeper {
  private timer: NodeJS.Timeout | null = null;
  private sweeping: Promise<void> = Promise.resolve();

  constructor(
    private readonly ports: Ports,
    private readonly graceHours: number,
  ) {}

  start(): void {
    this.sweep();
    this.timer = setInterval(() => this.sweep(), MINUTE);
    this.timer.unref();
  }

  /** Resolves when nothing is being erased any more. */
  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.sweeping;
  }

  /** One after the other; what fails is tried again by the next. */
  private sweep(): void {
    this.sweeping = this.sweeping.then(async () => {
      try {
        const faces = await finishDeletions(this.ports, this.graceHours);
        if (faces > 0) this.ports.logger.info({ faces }, 'deletions.finished');
      } catch (error) {
        this.ports.logger.warn({ code: toKindredError(error).code, err: error }, 'deletions.not-finished');
      }
    });
  }
}
