import { strings } from '../strings/en';
import { type Api } from './api';
import { ApiError, UNAUTHENTICATED, UNREACHABLE } from './api-error';

interface GraphqlAnswer<Result> {
  data?: Result | null;
  errors?: { message: string; extensions?: Extensions }[];
}

interface Extensions {
  code?: string;
  hint?: string | null;
  about?: string | null;
  count?: number | null;
}

/** So long a question may take; commands may take as long as they need, nobody looks at a placeholder meanwhile. */
const PATIENCE_MS = 60_000;

/** Asks `POST /graphql` of our own origin. `onUnauthenticated` is called whenever the gateway wants a sign-in. */
export function httpApi(onUnauthenticated: () => void): Api {
  return {
    async request<Result>(document: { toString(): string }, variables: unknown): Promise<Result> {
      const query = document.toString();
      const isQuestion = query.trimStart().startsWith('query');
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'apollo-require-preflight': '1' },
        body: JSON.stringify({ query, variables }),
        signal: isQuestion ? AbortSignal.timeout(PATIENCE_MS) : null,
      }).catch(() => {
        throw new ApiError(UNREACHABLE, strings.errors.unreachable, strings.errors.unreachableHint);
      });
      const answer = (await response.json().catch(() => null)) as GraphqlAnswer<Result> | null;
      const error = answer?.errors?.[0];
      if (response.status === 401 || error?.extensions?.code === UNAUTHENTICATED) {
        onUnauthenticated();
        throw new ApiError(UNAUTHENTICATED, strings.errors.signInNeeded);
      }
      if (error) {
        const { code = 'UNEXPECTED', hint, about, count } = error.extensions ?? {};
        throw new ApiError(code, error.message, hint, about, count);
      }
      if (!answer?.data) {
        throw new ApiError(
          UNREACHABLE,
          strings.errors.badAnswer(response.status),
          strings.errors.unreachableHint,
        );
      }
      return answer.data;
    },
  };
}
