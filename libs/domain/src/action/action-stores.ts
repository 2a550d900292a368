import type { LabelingStores } from '../label/record-decisions';
import type { ActionJournal } from '../ports/action-journal';
import type { Clock } from '../ports/clock';
import type { EventBus } from '../ports/event-bus';
import type { SamePersonQuestions } from '../ports/same-person-questions';

/** What actions on people are written down in, done to and told by. */
export interface ActionStores extends LabelingStores {
  readonly actions: ActionJournal;
  readonly questions: SamePersonQuestions;
  readonly bus: EventBus;
  readonly clock: Clock;
}
