import type { Library } from '../libraries/library';
import { type GroupingResult, judgeGroups, judgeMatches, type MatchingResult } from './judge';
import type { Answer, Labeling } from './recipe';

/** What one recipe, with one published setting or with its best one, came to on one library. */
export interface Judged {
  readonly set: string;
  readonly recipe: string;
  /** `best` is the setting that, of all tried, is best on this very library: more than anybody can know. */
  readonly variant: string;
  readonly setting: string;
  readonly each: number;
  readonly seconds: number;
  readonly grouping: GroupingResult | null;
  readonly matching: MatchingResult | null;
}

/** Judges every answer, and names the best setting of each recipe that was tried with several. */
export function judge(
  set: string,
  library: Library,
  labelings: readonly Labeling[],
  answers: readonly Answer[],
): Judged[] {
  const judged = answers.map((answer) => {
    const labeling = labelings.find(({ each }) => each === answer.each);
    const { recipe, setting, each, seconds, published } = answer;
    const grouping = labeling ? null : judgeGroups(library, answer);
    const matching = labeling ? judgeMatches(library, labeling.labels, answer) : null;
    return { set, recipe, variant: published, setting, each, seconds, grouping, matching };
  });
  const published = judged.filter((one): one is typeof one & { variant: string } => one.variant !== null);
  const best = grouped(judged, ({ recipe, each }) => `${recipe} ${each}`)
    .filter((of) => of.some(({ variant }) => variant === null))
    .map((of) => of.reduce((one, other) => (goodness(other) > goodness(one) ? other : one)))
    .map((one) => ({ ...one, variant: 'best' }));
  return [...published, ...best];
}

/** The values that have the same key, by the order in which keys appear. */
export function grouped<T>(values: readonly T[], keyOf: (value: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return [...groups.values()];
}

/** The mean over several libraries of everything that is a number. */
export function meanOfAll<T>(values: readonly T[]): T {
  const [first] = values;
  if (typeof first === 'number')
    return (values.reduce((sum, value) => sum + Number(value), 0) / values.length) as T;
  if (first === null || typeof first !== 'object') return first as T;
  const keys = Object.keys(first) as (keyof T)[];
  return Object.fromEntries(keys.map((key) => [key, meanOfAll(values.map((value) => value[key]))])) as T;
}

const goodness = ({ grouping, matching }: Pick<Judged, 'grouping' | 'matching'>) =>
  grouping ? grouping.bcubed.f : matching!.shown.f;
