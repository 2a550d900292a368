import { useMemo } from 'react';
import { type TypedDocumentString } from '../graphql/generated/graphql';
import {
  CancelJobDocument,
  RescanPhotosDocument,
  RetryFailedDocument,
  TrainLibraryDocument,
} from '../graphql/generated/graphql';
import { strings } from '../strings/en';
import { useDashboard } from './dashboard';

/** What can be asked of the library as a whole. Each says what came of it in a toast. */
export function useCommands() {
  const dashboard = useDashboard();
  return useMemo(() => {
    const { api, toasts } = dashboard;
    /** The answer, or null after saying why there is none. */
    const ask = async <Result, Variables>(
      document: TypedDocumentString<Result, Variables>,
      variables: Variables,
    ): Promise<Result | null> => {
      try {
        return await api.request(document, variables);
      } catch (thrown) {
        toasts.failed(thrown);
        return null;
      }
    };
    return {
      ask,
      train: async () => {
        const answer = await ask(TrainLibraryDocument, {});
        if (!answer) return;
        toasts.add({ tone: 'done', text: strings.toasts.trainingStarted });
        dashboard.trainings.started(answer.trainLibrary);
        dashboard.noteJob(answer.trainLibrary);
      },
      rescanPhotos: async (photoIds: string[] | null) => {
        const answer = await ask(RescanPhotosDocument, { photoIds });
        if (!answer) return;
        const { job, photoCount, results } = answer.rescan;
        dashboard.noteJob(job);
        const failures = results.flatMap(({ failure }) => (failure ? [failure.message] : []));
        if (failures.length > 0)
          toasts.add({ tone: 'failed', text: strings.errors.title, details: failures });
        if (photoCount > 0) toasts.add({ tone: 'done', text: strings.toasts.rescanStarted(photoCount) });
      },
      retryFailed: async () => {
        const answer = await ask(RetryFailedDocument, {});
        if (!answer) return;
        dashboard.noteJob(answer.retryFailed.job);
        toasts.add({ tone: 'done', text: strings.toasts.retryStarted(answer.retryFailed.photoCount) });
      },
      cancelJob: async (id: string) => {
        const answer = await ask(CancelJobDocument, { id });
        if (answer) dashboard.noteJob(answer.cancelJob);
      },
    };
  }, [dashboard]);
}
