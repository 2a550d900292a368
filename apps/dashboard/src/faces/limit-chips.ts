import { strings } from '../strings/en';
import { isLimited, lastDay } from './board-address';
import { type FaceLimits } from './face-criteria';

/** One thing that faces are narrowed by. */
export interface Chip {
  text: string;
  /** The limits without what the chip says. */
  rest: FaceLimits;
}

/** What limits mean, in words. */
export function chipsOf(limits: FaceLimits): Chip[] {
  const { minimumConfidence, maximumConfidence, minimumQuality, takenFrom, takenBefore, folder, ...others } =
    limits;
  const sure = { minimumConfidence, maximumConfidence };
  const quality = { minimumQuality };
  const taken = { takenFrom, takenBefore };
  const chips: (Chip & { isThere: boolean })[] = [
    {
      isThere: isLimited(sure),
      text: strings.filters.sure(percent(minimumConfidence ?? 0), percent(maximumConfidence ?? 1)),
      rest: { ...others, ...quality, ...taken, folder },
    },
    {
      isThere: isLimited(quality),
      text: strings.filters.good(percent(minimumQuality ?? 0)),
      rest: { ...others, ...sure, ...taken, folder },
    },
    {
      isThere: isLimited(taken),
      text: strings.filters.takenBetween(
        takenFrom?.slice(0, 10) ?? null,
        takenBefore === undefined ? null : lastDay(takenBefore),
      ),
      rest: { ...others, ...sure, ...quality, folder },
    },
    { isThere: folder !== undefined, text: folder ?? '', rest: { ...others, ...sure, ...quality, ...taken } },
  ];
  return chips.filter(({ isThere }) => isThere).map(({ text, rest }) => ({ text, rest }));
}

const percent = (share: number): number => Math.round(share * 100);
