import { createHash } from 'node:crypto';
import type { FaceId, PersonId, PhotoId, Suggestion } from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import type { TrainingLease } from '../lease/training-lease';
import { inBatches } from '../library/batches';
import { photoByPhoto } from '../library/photos-of-faces';
import { groupOf, type StandingFace, standingFaceOf, suggestedPersonOf } from '../library/standing-face';
import { Gallery } from '../matching/gallery';
import { matchPhotos } from '../matching/match-photos';
import type { Rules } from '../rules';
import { dissolveSmallGroups } from '../suggestions/dissolve-small-groups';
import { swapSuggestions } from '../suggestions/swap-suggestions';
import { affectedPhotos } from './affected-photos';
import type { ChangeDelivery } from './change-collector';
import { type Changes, changesOf } from './changes';
import { placeNewcomers } from './place-newcomers';

/** Keeps suggestions up with what is detected, labeled and deleted, without looking at the whole library. */
export class RefreshSuggestions {
  constructor(
    private readonly ports: Ports,
    private readonly rules: Rules,
    private readonly lease: TrainingLease,
  ) {}

  /** Repeating a refresh, after a crash for example, changes nothing more. */
  async refresh(deliveries: readonly ChangeDelivery[]): Promise<void> {
    const changes = changesOf(deliveries.map(({ event }) => event));
    const changed = await this.lease.hold(() => this.refreshNow(changes));
    const again = deliveries.some(({ attempt }) => attempt > 1);
    if (changed === 0 && !again) return;
    const version = versionOf(deliveries);
    await this.ports.bus.publish('suggestions.changed', { id: version, data: { version, faces: changed } });
  }

  private async refreshNow(changes: Changes): Promise<number> {
    const gallery = await Gallery.load(this.ports);
    const photos = await affectedPhotos(this.ports, this.rules, gallery, changes);
    const faces = await this.facesOf(photos);
    const matched: Suggestion[] = [];
    const newcomers: StandingFace[] = [];
    const alone: FaceId[] = [];
    for (const part of photoByPhoto(faces)) {
      const found = await matchPhotos(this.ports, this.rules, gallery, part);
      matched.push(...found.suggestions);
      alone.push(...found.unseen.map(({ id }) => id));
      newcomers.push(...found.strangers.filter((face) => !isGrouped(face, gallery)));
    }
    const settled = new Set([...matched.map(({ face }) => face), ...alone]);
    const groups = await placeNewcomers(this.ports, this.rules, gallery, newcomers, settled);
    const grouped = new Set(groups.flatMap((group) => group.faces.map(({ face }) => face)));
    alone.push(...newcomers.flatMap(({ id }) => (grouped.has(id) ? [] : [id])));
    const changed = await swapSuggestions(this.ports, this.rules, { matched, groups, alone });
    return changed + (await dissolveSmallGroups(this.ports, this.rules, shrunken(changes, faces)));
  }

  /** Every face of these photos: faces of a photo are matched together. */
  private async facesOf(photos: ReadonlySet<PhotoId>): Promise<readonly StandingFace[]> {
    const faces: StandingFace[] = [];
    for await (const part of inBatches([...photos].sort(), 100)) {
      for (const photo of part) faces.push(...(await this.ports.faces.ofPhoto(photo)).map(standingFaceOf));
    }
    return faces;
  }
}

/** Whether a face is in a group that a refresh leaves as it is. */
function isGrouped(face: StandingFace, gallery: Gallery): boolean {
  const group = groupOf(face);
  return group !== null && !gallery.people.has(group);
}

/** People who may have fewer faces now. Where humans took some away, it is no longer known from whom. */
function shrunken({ decided, deleted }: Changes, faces: readonly StandingFace[]): readonly PersonId[] | 'all' {
  if (decided.size > 0 || deleted.size > 0) return 'all';
  return [...new Set(faces.flatMap((face) => suggestedPersonOf(face) ?? []))];
}

function versionOf(deliveries: readonly ChangeDelivery[]): string {
  const ids = deliveries.map(({ event }) => event.id).sort();
  return createHash('sha256').update(ids.join('\n')).digest('hex').slice(0, 32);
}
