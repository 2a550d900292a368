import type { OnProgress } from '@kindred/vision';
import { bytes } from './format';

/** Shows a person what happens now. */
export interface Reporter {
  /** A line that stays. */
  say(text: string): void;
  /** Something that takes a while begins. */
  step(text: string): void;
  /** A line that replaces the one before it, on a terminal; now and then a line elsewhere. */
  progress(text: string): void;
  /** Ends the line that is being replaced. */
  endProgress(): void;
  /** One download with a bar. */
  download(): { readonly progress: OnProgress; readonly end: () => void };
}

const ERASE_LINE = '\r\x1b[K';
const BAR_WIDTH = 24;
/** Milliseconds between lines where nobody watches a cursor move. */
const QUIET_INTERVAL = 10_000;

/** Writes to a terminal, or plainly to a file or pipe. */
export class TerminalReporter implements Reporter {
  private open = false;
  private lastQuietLine = 0;

  constructor(private readonly stream: NodeJS.WriteStream) {}

  say(text: string): void {
    this.endProgress();
    this.stream.write(`${text}\n`);
  }

  step(text: string): void {
    this.say(`${text}…`);
  }

  progress(text: string): void {
    if (this.stream.isTTY) {
      this.open = true;
      this.stream.write(ERASE_LINE + text.slice(0, Math.max(20, (this.stream.columns ?? 80) - 1)));
      return;
    }
    if (Date.now() - this.lastQuietLine < QUIET_INTERVAL) return;
    this.lastQuietLine = Date.now();
    this.stream.write(`${text}\n`);
  }

  endProgress(): void {
    if (!this.open) return;
    this.open = false;
    this.stream.write(ERASE_LINE);
  }

  download(): { readonly progress: OnProgress; readonly end: () => void } {
    return {
      progress: ({ file, receivedBytes, totalBytes }) => {
        const share = totalBytes > 0 ? Math.min(1, receivedBytes / totalBytes) : 0;
        const filled = Math.round(share * BAR_WIDTH);
        const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
        this.progress(`${bar} ${bytes(receivedBytes)} of ${bytes(totalBytes)}  ${file}`);
      },
      end: () => this.endProgress(),
    };
  }
}
