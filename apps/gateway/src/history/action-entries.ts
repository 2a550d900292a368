import type { api } from '@kindred/contracts';
import type {
  Deed,
  FaceId,
  LoggedAction,
  PersonDetails,
  PersonId,
  PersonIdentity,
  SaidOfMany,
} from '@kindred/domain';

/** What an entry tells of a deed. */
export interface ToldDeed {
  readonly kind: api.HistoryKind;
  readonly person: PersonId | null;
  readonly other: PersonId | null;
  /** What the person was called then; null where only its id was written down. */
  readonly name: string | null;
  readonly formerName: string | null;
  readonly cover: FaceId | null;
}

/** What there is to tell of an action. */
export function toldOf({ deed }: LoggedAction): ToldDeed {
  const nothing = { other: null, name: null, formerName: null, cover: null };
  switch (deed.kind) {
    case 'created':
    case 'deleted':
    case 'restored': {
      const kind = `PERSON_${deed.kind.toUpperCase() as Uppercase<typeof deed.kind>}` as const;
      return { ...nothing, kind, person: deed.person.id, name: nameOf(deed.person.identity) };
    }
    case 'merged':
    case 'parted': {
      const kind = deed.kind === 'merged' ? 'PERSON_MERGED' : 'PERSON_PARTED';
      const other = deed.kind === 'merged' ? deed.into : deed.from;
      return { ...nothing, kind, person: deed.person.id, other, name: nameOf(deed.person.identity) };
    }
    case 'named':
      return {
        ...nothing,
        kind: kindOfNaming(deed),
        person: deed.person,
        name: nameOf(deed.to),
        formerName: nameOf(deed.from),
      };
    case 'described':
      return { ...nothing, kind: kindOfDescribing(deed.to), person: deed.person };
    case 'covered':
      return { ...nothing, kind: 'COVER_CHOSEN', person: deed.person, cover: deed.to };
    case 'said':
      return { ...nothing, kind: KIND_OF_SAYING[deed.statement], person: deed.person };
    case 'answered': {
      const kind = deed.to === null ? 'ANSWER_TAKEN_BACK' : deed.to === 'later' ? 'PUT_OFF' : 'TOLD_APART';
      return { ...nothing, kind, person: deed.one, other: deed.other };
    }
  }
}

const KIND_OF_SAYING = {
  label: 'LABELED',
  confirm: 'CONFIRMED',
  reject: 'REJECTED',
  unlabel: 'UNLABELED',
  ignore: 'IGNORED',
  unignore: 'UNIGNORED',
  delete: 'DELETED',
  again: 'SAID_AGAIN',
} as const satisfies Record<SaidOfMany, api.HistoryKind>;

function kindOfNaming({ from, to }: Extract<Deed, { kind: 'named' }>): api.HistoryKind {
  if (to.kind === 'unknown') return 'PERSON_UNNAMED';
  return from.kind === 'unknown' ? 'PERSON_NAMED' : 'PERSON_RENAMED';
}

function kindOfDescribing(to: Partial<PersonDetails>): api.HistoryKind {
  if (to.hidden === undefined || Object.keys(to).length > 1) return 'PERSON_DESCRIBED';
  return to.hidden ? 'PERSON_HIDDEN' : 'PERSON_SHOWN';
}

const nameOf = (identity: PersonIdentity): string =>
  identity.kind === 'named' ? identity.name : `Unknown ${identity.number}`;
