/**
 * A browser on a busy computer may miss the moment in which something is shown. Whatever fails is tried once more, and
 * the first failure is shown in either case.
 */
jest.retryTimes(1, { logErrorsBeforeRetry: true });
