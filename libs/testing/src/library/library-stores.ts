import type {
  ActionJournal,
  FaceStore,
  JobStore,
  LabelLog,
  PersonStore,
  PhotoStore,
  SamePersonQuestions,
} from '@kindred/domain';

/** The stores of one library: what one says of people, faces and photos follows what is written to the others. */
export interface LibraryStores {
  readonly photos: PhotoStore;
  readonly faces: FaceStore;
  readonly people: PersonStore;
  readonly labels: LabelLog;
  readonly jobs: JobStore;
  readonly questions: SamePersonQuestions;
  readonly actions: ActionJournal;
}
