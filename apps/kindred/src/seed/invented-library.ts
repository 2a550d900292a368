import { createHash } from 'node:crypto';
import type {
  FaceId,
  FaceObservation,
  FaceStanding,
  PackName,
  Person,
  PersonId,
  Photo,
  PhotoId,
  PhotoSource,
} from '@kindred/domain';

/** What an invented face shows: the crop of a real one. */
export type Crop = Pick<FaceObservation, 'cropKey' | 'box' | 'landmarks'>;

export interface InventedPhoto {
  readonly photo: Photo;
  readonly source: PhotoSource;
  readonly faces: readonly InventedFace[];
}

export interface InventedFace {
  readonly observation: FaceObservation;
  readonly standing: FaceStanding;
}

export interface Invention {
  readonly faces: number;
  readonly pack: PackName;
  readonly crops: readonly Crop[];
  /** When the library is made, ISO 8601. */
  readonly now: string;
}

const FACES_A_PHOTO = 2;
const DAY = 24 * 60 * 60 * 1000;
/** Years that the photos cover. */
const YEARS = 20;
/** How many people there are for so many faces, and how many of them have a name. */
const FACES_A_PERSON = 25;
const NAMED = 0.04;
/** Of the faces of somebody named. */
const LABELED = 0.35;
/** Of the faces of nobody named: those that are alone. */
const ALONE = 0.3;

/**
 * A library as large as is wanted, for trying how Kindred does with it: a few people have very many faces and most have
 * few, a part of them is labeled, a part suggested, a part unknown. The same numbers give the same library.
 */
export class InventedLibrary {
  readonly people: readonly Person[];
  private readonly named: number;

  constructor(private readonly invention: Invention) {
    const count = Math.max(2, Math.round(invention.faces / FACES_A_PERSON));
    this.named = Math.max(1, Math.round(count * NAMED));
    this.people = Array.from({ length: count }, (_, index) => this.person(index));
  }

  /** Photo by photo, the oldest first. */
  *photos(): Generator<InventedPhoto> {
    const photos = Math.ceil(this.invention.faces / FACES_A_PHOTO);
    for (let index = 0; index < photos; index += 1) yield this.photo(index, photos);
  }

  private person(index: number): Person {
    const identity =
      index < this.named
        ? ({ kind: 'named', name: nameOf(index) } as const)
        : ({ kind: 'unknown', number: index - this.named + 1 } as const);
    return {
      id: uuidOf(`person ${index}`) as PersonId,
      identity,
      cover: null,
      createdAt: this.invention.now,
    };
  }

  private photo(index: number, photos: number): InventedPhoto {
    const id = digest(`photo ${index}`) as PhotoId;
    const age = ((photos - index) / photos) * YEARS * 365 * DAY;
    const takenAt = new Date(Date.parse(this.invention.now) - age).toISOString();
    const job = uuidOf('seed') as Photo['scan']['job'];
    const { now, pack, faces } = this.invention;
    const wanted = Math.min(FACES_A_PHOTO, faces - index * FACES_A_PHOTO);
    const path = `/invented/${takenAt.slice(0, 4)}/${takenAt.slice(5, 7)}/photo ${index + 1}.jpg`;
    return {
      photo: {
        id,
        mediaType: 'image/jpeg',
        byteLength: 4_000_000,
        width: 4000,
        height: 3000,
        original: { kind: 'file', path },
        metadata: { takenAt, camera: 'Invented' },
        ingestedAt: now,
        scan: { state: 'scanned', job, pack, at: now, faces: wanted },
      },
      source: {
        path,
        byteLength: 4_000_000,
        modifiedAt: Date.parse(takenAt),
        seenAt: now,
        outcome: { state: 'stored', photo: id },
      },
      faces: this.peopleIn(index, wanted).map((person, place) =>
        this.face(id, takenAt, index * FACES_A_PHOTO + place, person),
      ),
    };
  }

  /** Who is in a photo, by number: nobody twice. */
  private peopleIn(photo: number, wanted: number): readonly number[] {
    const present: number[] = [];
    while (present.length < wanted) {
      const index = photo * FACES_A_PHOTO + present.length;
      // The power makes few people frequent, as they are.
      let person = Math.floor(chance(index, 'person') ** 3 * this.people.length);
      while (present.includes(person)) person = (person + 1) % this.people.length;
      present.push(person);
    }
    return present;
  }

  private face(photo: PhotoId, photoDate: string, index: number, person: number): InventedFace {
    const { crops, pack, now } = this.invention;
    const { cropKey, box, landmarks } = crops[Math.floor(chance(index, 'crop') * crops.length)]!;
    const quality = 0.2 + 0.75 * chance(index, 'quality');
    return {
      observation: {
        id: uuidOf(`face ${index}`) as FaceId,
        photo,
        pack,
        origin: 'detected',
        box,
        landmarks,
        score: 0.9 + 0.1 * chance(index, 'score'),
        quality: { overall: quality, size: quality, sharpness: quality, pose: quality },
        cropKey,
        detectedAt: now,
        photoDate,
      },
      standing: this.standing(index, person),
    };
  }

  private standing(index: number, person: number): FaceStanding {
    const { id } = this.people[person]!;
    if (person >= this.named) return { state: 'unknown', person: chance(index, 'alone') < ALONE ? null : id };
    if (chance(index, 'labeled') < LABELED) return { state: 'labeled', person: id };
    return { state: 'inferred', person: id, confidence: 0.6 + 0.4 * chance(index, 'confidence') };
  }
}

const FIRST = [
  'Ada',
  'Ben',
  'Chloé',
  'Dmitri',
  'Esra',
  'Farid',
  'Grace',
  'Hiro',
  'Ines',
  'Jonas',
  'Kofi',
  'Lucía',
  'Mei',
  'Noor',
  'Olga',
  'Pavel',
];
const LAST = [
  'Abara',
  'Berg',
  'Costa',
  'Dubois',
  'Eriksen',
  'Fischer',
  'García',
  'Haddad',
  'Ito',
  'Jansen',
  'Kaya',
  'Li',
  'Moreau',
  'Novák',
  'Okafor',
  'Petrov',
];

function nameOf(index: number): string {
  const first = FIRST[index % FIRST.length]!;
  const last = LAST[Math.floor(index / FIRST.length) % LAST.length]!;
  const round = Math.floor(index / (FIRST.length * LAST.length));
  return round === 0 ? `${first} ${last}` : `${first} ${last} ${round + 1}`;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A number in [0, 1) that looks like chance and is the same every time. */
function chance(index: number, what: string): number {
  let mixed =
    Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(what.length + what.charCodeAt(0) * 131, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296;
}

function uuidOf(text: string): string {
  const hex = digest(text);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
