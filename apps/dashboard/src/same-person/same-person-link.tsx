import { ChevronRight } from 'lucide-react';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { Avatar } from '../design/avatar';
import { useChangingDashboard } from '../shell/dashboard';
import { strings } from '../strings/en';
import './same-person.css';

/** Leads from the list of people to the questions, with the two faces that are asked about first. */
export function SamePersonLink({ count }: { count: number }) {
  const { questions } = useChangingDashboard();
  useEffect(() => void questions.refresh(), [questions, count]);
  const covers = questions.top === null ? [] : [questions.top.one.cover, questions.top.other.cover];
  return (
    <Link className="same-person-link" href="/people/same-person">
      <span className="same-person-link__faces">
        {covers.map((cover, index) => (
          <Avatar key={cover?.id ?? index} url={cover?.cropUrl} size={44} />
        ))}
      </span>
      <span className="same-person-link__text">
        <b>{strings.samePerson.title}</b>
        <span className="soft">{strings.samePerson.waiting(count)}</span>
      </span>
      <ChevronRight size={20} aria-hidden />
    </Link>
  );
}
