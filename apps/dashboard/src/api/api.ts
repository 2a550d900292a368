import { type TypedDocumentString } from '../graphql/generated/graphql';

/** The gateway, as the dashboard needs it: one request, one answer. Everything thrown is an `ApiError`. */
export interface Api {
  request<Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables): Promise<Result>;
}
