import { strings } from '../strings/en';
import { type Face } from './face-criteria';

/** How old somebody is in a photo; a warning when it cannot be that person. */
export function AgeMark({ age }: { age: Face['age'] }) {
  if (!age) return null;
  const impossible = age.years === null;
  return (
    <span
      className="age-mark"
      data-impossible={impossible}
      title={age.years === null ? strings.people.cannotBeText : strings.people.aged(age.years, age.exact)}
    >
      {age.years === null ? strings.people.cannotBe : strings.people.age(age.years, age.exact)}
    </span>
  );
}
