import { FIRST_SCHEMA } from './0001-first-schema';
import { SAME_PERSON } from './0002-same-person';
import { SUGGESTIONS_SET_ASIDE } from './0003-suggestions-set-aside';
import { ACTIONS } from './0004-actions';
import { FACE_FILTERS } from './0005-face-filters';
import { PERSON_DETAILS } from './0006-person-details';
import { HIDDEN_FACES } from './0007-hidden-faces';
import { FACES_OF_FOLDERS } from './0008-faces-of-folders';
import { FACES_BEING_REMOVED } from './0009-faces-being-removed';
import { GROUPS_OUT_OF_SIGHT } from './0010-groups-out-of-sight';
import { PLACES_IN_THE_LOG } from './0011-places-in-the-log';

/** Every step of the schema in order; the number of a step is its place, counted from 1. Steps never change. */
export const MIGRATIONS: readonly string[] = [
  FIRST_SCHEMA,
  SAME_PERSON,
  SUGGESTIONS_SET_ASIDE,
  ACTIONS,
  FACE_FILTERS,
  PERSON_DETAILS,
  HIDDEN_FACES,
  FACES_OF_FOLDERS,
  FACES_BEING_REMOVED,
  GROUPS_OUT_OF_SIGHT,
  PLACES_IN_THE_LOG,
];
