import type { ModelPackManifest } from '../manifest';
import { auraface } from './auraface';
import { buffaloL } from './buffalo-l';
import { faceplugin } from './faceplugin';
import { yunet } from './yunet';

/** The packs that Kindred knows without being told, the default first. */
export const BUILTIN_PACKS: readonly ModelPackManifest[] = [faceplugin, yunet, auraface, buffaloL];

export const DEFAULT_PACK = faceplugin.name;
