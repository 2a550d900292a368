import { toApiError } from '../api/api-error';

export interface Toast {
  id: number;
  tone: 'done' | 'failed';
  text: string;
  /** What failed, one line each. */
  details: readonly string[];
  action: { label: string; run: () => void } | null;
  /** The number of what was done, if it is about that: there is one message about each. */
  about: number | null;
}

export type NewToast = Pick<Toast, 'tone' | 'text'> & Partial<Pick<Toast, 'details' | 'action' | 'about'>>;

const MOST_TOASTS = 3;

/** Short messages about what just happened, newest last; older ones make room, and so does the last about the same. */
export class ToastBoard {
  toasts: readonly Toast[] = [];
  private nextId = 1;

  constructor(private readonly onChange: () => void) {}

  add(toast: NewToast): void {
    const added: Toast = { details: [], action: null, about: null, ...toast, id: this.nextId++ };
    const others = this.toasts.filter(({ about }) => about === null || about !== added.about);
    this.toasts = [...others, added].slice(-MOST_TOASTS);
    this.onChange();
  }

  /** Says why something did not work and what to do about it, after what it was where that is not plain. */
  failed(thrown: unknown, what: string | null = null): void {
    const { message, hint } = toApiError(thrown);
    const [text, ...details] = [what, message, hint].filter((line) => line !== null);
    this.add({ tone: 'failed', text: text!, details });
  }

  dismiss(id: number): void {
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
    this.onChange();
  }
}
