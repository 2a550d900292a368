import { type JobCardFragment } from '../graphql/generated/graphql';
import { strings } from '../strings/en';
import { type ToastBoard } from '../toasts/toast-board';

/** Trainings that this browser asked for: a toast says what came of each when it ends. */
export class StartedTrainings {
  private readonly awaited = new Set<string>();

  constructor(
    private readonly toasts: ToastBoard,
    private readonly goTo: (path: string) => void,
  ) {}

  started(job: JobCardFragment): void {
    this.awaited.add(job.id);
  }

  /** A job as it is now; whoever cancelled it needs no message. */
  follow({ id, state, result, failure }: JobCardFragment): void {
    if (state === 'RUNNING' || !this.awaited.delete(id)) return;
    if (state === 'FAILED') {
      const details = [failure?.message, failure?.hint].filter(
        (line): line is string => typeof line === 'string',
      );
      this.toasts.add({ tone: 'failed', text: strings.toasts.trainingFailed, details });
    } else if (state === 'COMPLETED') {
      const asks = (result?.questions ?? 0) > 0;
      const suggests = (result?.matched ?? 0) > 0;
      const review = { label: strings.review.start, run: () => this.goTo('/review') };
      this.toasts.add({
        tone: 'done',
        text: result ? `${strings.toasts.trained} ${strings.jobs.result(result)}.` : strings.toasts.trained,
        action: asks
          ? {
              label: strings.samePerson.answer(result!.questions),
              run: () => this.goTo('/people/same-person'),
            }
          : suggests
            ? review
            : null,
      });
    }
  }
}
