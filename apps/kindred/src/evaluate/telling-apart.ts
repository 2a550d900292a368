import { trueAcceptRate } from '@kindred/clustering';
import { similarityPairs } from '@kindred/vision';
import type { KnownFace } from './known-faces';

/** At which shares of different pairs taken for the same person the share of recognised ones is told. */
const FALSE_ACCEPT_RATES = [1e-2, 1e-3];

/** How well two faces of one person are told from faces of two. */
export interface TellingApart {
  readonly samePairs: number;
  readonly differentPairs: number;
  /** Empty where there are no pairs of one kind. */
  readonly rates: readonly AcceptRates[];
}

export interface AcceptRates {
  /** At most this share of different pairs is taken for one person. */
  readonly falseAcceptRate: number;
  /** The share of same pairs that is recognised then. */
  readonly trueAcceptRate: number;
  /** The cosine similarity above which a pair is taken for one person. */
  readonly threshold: number;
}

/** Compares all pairs of faces. @throws the signal's reason when it is aborted. */
export async function tellApart(faces: readonly KnownFace[], signal?: AbortSignal): Promise<TellingApart> {
  const pairs = await similarityPairs(faces, signal);
  const isComparable = pairs.same.length > 0 && pairs.different.length > 0;
  return {
    samePairs: pairs.same.length,
    differentPairs: pairs.different.length,
    rates: (isComparable ? FALSE_ACCEPT_RATES : []).map((falseAcceptRate) => {
      const { rate, threshold } = trueAcceptRate(pairs, falseAcceptRate);
      return { falseAcceptRate, trueAcceptRate: rate, threshold };
    }),
  };
}
