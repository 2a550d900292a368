import { createHash } from 'node:crypto';
import { seededRandom } from './random.ts';

export interface MockFace {
  id: string;
  photoId: string;
  /** Whom the face really shows: what the mock's trainer suggests. */
  truth: string | null;
  state: 'LABELED' | 'INFERRED' | 'UNKNOWN' | 'IGNORED';
  personId: string | null;
  confidence: number | null;
  rejected: Set<string>;
  box: { x: number; y: number; width: number; height: number };
  quality: number;
  origin: 'DETECTED' | 'DRAWN';
  /** Which drawing shows it. */
  look: number;
}

export interface MockPerson {
  id: string;
  kind: 'NAMED' | 'UNKNOWN';
  name: string | null;
  number: number;
  coverId: string | null;
  createdAt: string;
}

export interface MockPhoto {
  id: string;
  number: number;
  takenAt: string;
  width: number;
  height: number;
  path: string;
}

export interface MockResult {
  matched: number;
  groups: number;
  changed: number;
  questions: number;
}

export interface MockJob {
  id: string;
  kind: 'INGEST' | 'DETECT' | 'RESCAN' | 'TRAIN' | 'LABEL' | 'IMPORT' | 'NAMES' | 'SIDECARS';
  state: 'RUNNING' | 'COMPLETED' | 'CANCELLED' | 'FAILED';
  subject: string;
  total: number | null;
  done: number;
  failed: number;
  rate: number;
  secondsLeft: number | null;
  startedAt: string;
  updatedAt: string;
  finishedAt: string | null;
  failure: null;
  stage: 'READ' | 'COMPARE' | 'GROUP' | 'MATCH' | 'SAVE' | null;
  result: MockResult | null;
}

const NAMES = [
  'Anna Lindqvist',
  'Ben Okafor',
  'Chiara Rossi',
  'David Kim',
  'Elif Yılmaz',
  'Farid Haddad',
  'Grandma Rose',
  'Hana Sato',
  'Ines Moreau',
  'Jonas Weber',
  'Katarzyna Wiśniewska-Kowalczyk',
  'Leo',
  'Maya Patel',
  'Noah Berg',
];

const id = (...parts: unknown[]) => createHash('sha1').update(parts.join('/')).digest('hex').slice(0, 24);

/**
 * A library in memory that behaves like a real one, for working on the dashboard without the other services. It is
 * seeded, so that every start shows the same faces.
 */
export interface MockSnapshot {
  people: MockPerson[];
  faces: MockFace[];
  questions: (readonly [string, string])[];
}

export class MockLibrary {
  readonly faces = new Map<string, MockFace>();
  readonly deleted = new Map<string, MockFace>();
  readonly people = new Map<string, MockPerson>();
  readonly photos = new Map<string, MockPhoto>();
  readonly jobs: MockJob[] = [];
  failures = [
    {
      path: '/home/me/Pictures/2019/IMG_2231.jpg',
      failure: {
        code: 'PHOTO_TRUNCATED',
        message: 'The file ends in the middle of the picture.',
        hint: 'Copy it again from the camera or a backup, then retry.',
      },
    },
    {
      path: '/home/me/Pictures/scans/poster-a0.tif',
      failure: {
        code: 'PHOTO_TOO_LARGE',
        message: 'The picture has 900 megapixels; at most 400 are read.',
        hint: 'Shrink it or raise the limit in the settings file.',
      },
    },
    {
      path: '/home/me/Pictures/2021/Thumbs.jpg',
      failure: {
        code: 'PHOTO_UNREADABLE',
        message: 'This is no picture, although its name says so.',
        hint: null,
      },
    },
  ];
  /** Pairs that may be one person, most probable first. */
  questions: (readonly [string, string])[] = [];
  preferences = { minimumConfidence: 0.6, minimumGroupSize: 2 };
  private nextNumber = 1;

  /** `scale` multiplies the number of photos: 1 is about 1 100 faces. */
  constructor(scale = 1) {
    const random = seededRandom(7);
    const named = NAMES.map((name) => this.createPerson('NAMED', name));
    const groups = Array.from({ length: 11 }, () => this.createPerson('UNKNOWN', null));
    const crowd = [...named, ...groups];
    for (let number = 0; number < 420 * scale; number += 1) {
      const portrait = random() < 0.3;
      const date = new Date(Date.UTC(2024, 10, 20) - number * 5.3 * 3_600_000 * (1 + random()));
      const photo: MockPhoto = {
        id: id('photo', number),
        number,
        takenAt: date.toISOString(),
        width: portrait ? 3024 : 4032,
        height: portrait ? 4032 : 3024,
        path: `/home/me/Pictures/${date.getUTCFullYear()}/IMG_${String(9000 - number).padStart(4, '0')}.jpg`,
      };
      this.photos.set(photo.id, photo);
      const count = 1 + Math.floor(random() * random() * 7);
      const present = new Set<string>();
      for (let index = 0; index < count; index += 1) {
        const who = random() < 0.12 ? null : crowd[Math.floor(random() ** 1.7 * crowd.length)]!;
        if (who && present.has(who.id)) continue;
        if (who) present.add(who.id);
        this.addFace(photo, index, count, who, random);
      }
    }
    for (const person of this.people.values()) {
      person.coverId = [...this.faces.values()].find((face) => face.personId === person.id)?.id ?? null;
    }
    const pairs = [
      [groups[0], named[0]],
      [groups[1], groups[2]],
      [named[6], named[7]],
      [named[10], groups[3]],
      [groups[4], named[2]],
    ] as const;
    this.questions = pairs.map(([one, other]) => [one!.id, other!.id]);
    this.jobs.push(
      this.finishedJob('TRAIN', 'All faces', 1100),
      this.finishedJob('DETECT', '/home/me/Pictures', 420),
    );
  }

  createPerson(kind: 'NAMED' | 'UNKNOWN', name: string | null): MockPerson {
    const number = this.nextNumber++;
    const person: MockPerson = {
      id: id('person', number),
      kind,
      name,
      number,
      coverId: null,
      createdAt: new Date(Date.UTC(2024, 0, number)).toISOString(),
    };
    this.people.set(person.id, person);
    return person;
  }

  /** Everything that actions on people change, as it is now. */
  snapshot(): MockSnapshot {
    return {
      people: [...this.people.values()].map((person) => ({ ...person })),
      faces: [...this.faces.values()].map((face) => ({ ...face })),
      questions: this.questions,
    };
  }

  restore({ people, faces, questions }: MockSnapshot): void {
    this.people.clear();
    for (const person of people) this.people.set(person.id, { ...person });
    for (const face of faces) this.faces.set(face.id, { ...face });
    this.questions = questions;
  }

  personNamed(name: string): MockPerson | undefined {
    return [...this.people.values()].find((person) => person.name?.toLowerCase() === name.toLowerCase());
  }

  /** What the trainer would do: unknown faces become suggestions for the person they show, unless rejected. */
  train(): string[] {
    const changed: string[] = [];
    for (const face of this.faces.values()) {
      const truth = face.truth ? this.people.get(face.truth) : undefined;
      if (face.state !== 'UNKNOWN' || truth?.kind !== 'NAMED' || face.rejected.has(truth.id)) continue;
      Object.assign(face, { state: 'INFERRED', personId: truth.id, confidence: 0.62 + 0.37 * face.quality });
      changed.push(face.id);
    }
    return changed;
  }

  private addFace(
    photo: MockPhoto,
    index: number,
    count: number,
    who: MockPerson | null,
    random: () => number,
  ): void {
    const width = Math.min(0.16, 0.7 / count) * (0.8 + random() * 0.4);
    const chance = random();
    const state =
      who?.kind === 'NAMED'
        ? chance < 0.45
          ? 'LABELED'
          : chance < 0.85
            ? 'INFERRED'
            : 'UNKNOWN'
        : 'UNKNOWN';
    const face: MockFace = {
      id: id('face', photo.id, index),
      photoId: photo.id,
      truth: who?.id ?? null,
      state,
      personId: who && (who.kind === 'UNKNOWN' || state !== 'UNKNOWN') ? who.id : null,
      confidence: state === 'INFERRED' ? 0.55 + 0.445 * Math.sqrt(random()) : null,
      rejected: new Set(),
      box: {
        x: (index + 0.5) / count - width / 2,
        y: 0.28 + random() * 0.2,
        width,
        height: width * 1.25 * (photo.width / photo.height),
      },
      quality: random(),
      origin: 'DETECTED',
      look: who ? who.number : 100 + Math.floor(random() * 900),
    };
    this.faces.set(face.id, face);
  }

  private finishedJob(kind: MockJob['kind'], subject: string, total: number): MockJob {
    return {
      id: id('job', kind, this.jobs.length),
      kind,
      state: 'COMPLETED',
      subject,
      total,
      done: total,
      failed: 0,
      rate: 31,
      secondsLeft: null,
      startedAt: new Date(Date.now() - 900_000).toISOString(),
      updatedAt: new Date(Date.now() - 600_000).toISOString(),
      finishedAt: new Date(Date.now() - 600_000).toISOString(),
      failure: null,
      stage: null,
      result: kind === 'TRAIN' ? { matched: 214, groups: 31, changed: 18, questions: 5 } : null,
    };
  }
}
