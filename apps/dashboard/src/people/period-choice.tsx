import { strings } from '../strings/en';
import { formatCount, formatMonth } from '../strings/format';
import { yearsOf, type Period } from './months';

interface PeriodChoiceProps {
  /** Newest first. */
  months: readonly Period[];
  /** A year or a month of them; null for all. */
  chosen: string | null;
  choose: (period: string | null) => void;
}

/** A year, and a month of it; another press on what is chosen leads back to the whole. */
export function PeriodChoice({ months, chosen, choose }: PeriodChoiceProps) {
  const years = yearsOf(months);
  const year = chosen?.slice(0, 4) ?? null;
  const ofYear = months.filter(({ key }) => key.startsWith(`${year}-`));
  // Where there is one there is no choice.
  if (months.length < 2) return null;
  return (
    <div className="periods">
      <div className="periods__row" role="group" aria-label={strings.people.years}>
        <PeriodButton name={strings.people.allYears} pressed={chosen === null} press={() => choose(null)} />
        {years.map(({ key, count }) => (
          <PeriodButton
            key={key}
            name={key}
            count={count}
            pressed={year === key}
            press={() => choose(chosen === key ? null : key)}
          />
        ))}
      </div>
      {ofYear.length > 1 && (
        <div className="periods__row" role="group" aria-label={strings.people.months}>
          {ofYear.map(({ key, count }) => (
            <PeriodButton
              key={key}
              name={formatMonth(key)}
              count={count}
              pressed={chosen === key}
              press={() => choose(chosen === key ? year : key)}
            />
          ))}
        </div>
      )}
    </div>
  );
}

interface PeriodButtonProps {
  name: string;
  count?: number;
  pressed: boolean;
  press: () => void;
}

function PeriodButton({ name, count, pressed, press }: PeriodButtonProps) {
  return (
    <button className="period" aria-pressed={pressed} onClick={press}>
      {name} {count !== undefined && <small>{formatCount(count)}</small>}
    </button>
  );
}
