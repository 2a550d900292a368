import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { useQuery } from '../api/use-query';
import { NameInitialsDocument } from '../graphql/generated/graphql';
import { nameJumps, type NameJump } from './name-jumps';

const LETTER = 'letter';

export interface NameJumps {
  all: readonly NameJump[];
  /** With which people the list begins; null when with the first. */
  current: NameJump | null;
  jump: (to: NameJump) => void;
}

/** Jumping to where names begin with a letter, which the address says. */
export function useNameJumps(isByName: boolean): NameJumps {
  const [address, setAddress] = useSearchParams();
  const initials = useQuery(NameInitialsDocument, {}).data?.nameInitials;
  const all = useMemo(() => (isByName && initials ? nameJumps(initials) : []), [isByName, initials]);
  const letter = address.get(LETTER);
  const jump = useCallback(
    ({ initial, position }: NameJump) =>
      setAddress((before) => {
        const next = new URLSearchParams(before);
        if (position === 0) next.delete(LETTER);
        else next.set(LETTER, initial);
        return next;
      }),
    [setAddress],
  );
  return { all, current: all.find(({ initial }) => initial === letter) ?? null, jump };
}
