import { formatCount } from './format';

/** What is said about things that are done to very many faces at once. */
export const bulk = {
  failed: (what: string) => `This did not work: ${what}`,
  notTakenBack: 'This could not be taken back.',
  progress: (done: number, total: number | null) =>
    total === null ? 'Starting…' : `${formatCount(done)} of ${formatCount(total)} shown everywhere`,
};
