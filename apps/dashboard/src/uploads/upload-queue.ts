import { toApiError } from '../api/api-error';

/** Sends one photo; `onSent` is told how many of its bytes are sent. Throws an `ApiError`. */
export type SendPhoto = (file: File, onSent: (bytes: number) => void) => Promise<{ readonly added: boolean }>;

/** How far the photos are that were dropped here. */
export interface UploadView {
  readonly total: number;
  readonly done: number;
  /** Photos that the library had already. */
  readonly known: number;
  readonly failed: readonly { readonly name: string; readonly message: string }[];
  /** Of all bytes, between 0 and 1. */
  readonly progress: number;
  readonly running: boolean;
}

/** So many are sent at a time. */
const AT_ONCE = 2;
const NOTHING: UploadView = { total: 0, done: 0, known: 0, failed: [], progress: 0, running: false };

/** Photos on their way to the library, a few at a time; what fails is named and does not hold the others. */
export class UploadQueue {
  private waiting: File[] = [];
  private current: UploadView = NOTHING;
  private bytes = 0;
  private finishedBytes = 0;
  private readonly sent = new Map<File, number>();

  constructor(
    private readonly send: SendPhoto,
    private readonly onChange: () => void,
  ) {}

  get view(): UploadView {
    return this.current;
  }

  add(files: readonly File[]): void {
    if (files.length === 0) return;
    if (!this.current.running) this.clear();
    this.waiting.push(...files);
    this.bytes += files.reduce((sum, { size }) => sum + size, 0);
    this.change({ total: this.current.total + files.length, running: true });
    while (this.sent.size < AT_ONCE && this.waiting.length > 0) this.sendNext();
  }

  /** Leaves out what is not sent yet. */
  cancel(): void {
    const left = this.waiting.length;
    this.bytes -= this.waiting.reduce((sum, { size }) => sum + size, 0);
    this.waiting = [];
    this.change({ total: this.current.total - left });
  }

  /** Forgets what came of uploads that are over. */
  clear(): void {
    if (this.current.running) return;
    [this.bytes, this.finishedBytes] = [0, 0];
    this.current = NOTHING;
    this.onChange();
  }

  private sendNext(): void {
    const file = this.waiting.shift();
    if (!file) return;
    this.sent.set(file, 0);
    void this.sendOne(file).finally(() => {
      this.sent.delete(file);
      this.finishedBytes += file.size;
      this.change({ running: this.sent.size + this.waiting.length > 0 });
      this.sendNext();
    });
  }

  private async sendOne(file: File): Promise<void> {
    try {
      const { added } = await this.send(file, (bytes) => {
        this.sent.set(file, Math.min(bytes, file.size));
        this.change({});
      });
      const { done, known } = this.current;
      this.change({ done: done + 1, known: known + (added ? 0 : 1) });
    } catch (thrown) {
      const { message } = toApiError(thrown);
      this.change({ failed: [...this.current.failed, { name: file.name, message }] });
    }
  }

  private change(change: Partial<UploadView>): void {
    const sending = [...this.sent.values()].reduce((sum, bytes) => sum + bytes, 0);
    const progress = this.bytes === 0 ? 0 : Math.min(1, (this.finishedBytes + sending) / this.bytes);
    this.current = { ...this.current, ...change, progress };
    this.onChange();
  }
}
