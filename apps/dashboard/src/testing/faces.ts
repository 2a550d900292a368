import { type Api } from '../api/api';
import { type Face } from '../faces/face-criteria';
import { type JobCardFragment } from '../graphql/generated/graphql';
import { type Person } from '../people/person-book';

/** A face that nobody labeled, but for what a test says of it. */
export function aFace(id: string, known: Partial<Face> = {}): Face {
  return {
    id,
    state: 'UNKNOWN',
    confidence: null,
    cropUrl: `/crops/${id}`,
    date: '2024-01-01T00:00:00Z',
    quality: { overall: 0.8 },
    age: null,
    person: null,
    photo: { id: `photo of ${id}` },
    ...known,
  };
}

export const labeledAs = (id: string, name: string): Face =>
  aFace(id, { state: 'LABELED', person: facePerson(name) });

export const facePerson = (name: string): NonNullable<Face['person']> => ({
  id: `person ${name}`,
  kind: 'NAMED',
  name,
  displayName: name,
});

export const aPerson = (name: string, known: Partial<Person> = {}): Person => ({
  ...facePerson(name),
  faceCount: 1,
  labeledCount: 1,
  inferredCount: 0,
  unknownCount: 0,
  cover: null,
  aliases: [],
  hidden: false,
  ...known,
});

/** A job that has just begun, but for what a test says of it. */
export const aJob = (known: Partial<JobCardFragment> = {}): JobCardFragment => ({
  id: 'job',
  kind: 'TRAIN',
  state: 'RUNNING',
  subject: 'All faces',
  total: 10,
  done: 0,
  failed: 0,
  rate: 0,
  secondsLeft: null,
  startedAt: '2026-01-01T12:00:00Z',
  updatedAt: '2026-01-01T12:00:00Z',
  finishedAt: null,
  failure: null,
  stage: null,
  result: null,
  imported: null,
  namesRead: null,
  sidecars: null,
  ...known,
});

/** A gateway that answers as a test says, and remembers what it was asked. */
export function fakeApi(answer: (variables: never) => unknown): Api & { asked: unknown[] } {
  const asked: unknown[] = [];
  return {
    asked,
    async request<Result, Variables>(_document: unknown, variables: Variables): Promise<Result> {
      asked.push(variables);
      return (await answer(variables as never)) as Result;
    },
  };
}
