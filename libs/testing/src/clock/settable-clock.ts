import type { Clock } from '@kindred/domain';

/** Time that stands still until a test moves it. */
export class SettableClock implements Clock {
  private instant: number;

  constructor(start = '2026-01-01T12:00:00.000Z') {
    this.instant = Date.parse(start);
  }

  now(): string {
    return new Date(this.instant).toISOString();
  }

  set(time: string): void {
    this.instant = Date.parse(time);
  }

  advance(milliseconds: number): void {
    this.instant += milliseconds;
  }
}
