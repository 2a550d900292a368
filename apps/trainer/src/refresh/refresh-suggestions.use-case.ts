import { createHash } from 'node:crypto';
import type { LibraryKnowledge, PeopleLearner } from '@kindred/clustering';
import type { FaceId, Holding, Lease, PhotoId } from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import { KnowledgeBook } from '../learning/knowledge-book';
import { readIntoMemory } from '../learning/library-in-memory';
import { inBatches } from '../library/batches';
import { isIgnored, isLabeled, type StandingFace, standingFaceOf } from '../library/standing-face';
import type { Rules } from '../rules';
import { dissolveSmallGroups } from '../suggestions/dissolve-small-groups';
import { swapSuggestions } from '../suggestions/swap-suggestions';
import { affectedPhotos } from './affected-photos';
import type { ChangeDelivery } from './change-collector';
import { type Changes, changesOf } from './changes';
import { lookAround } from './look-around';
import { suggestionsNearby } from './suggestions-nearby';

/** Photos that are looked at together: more would take memory and keep others from training for long. */
const PHOTOS_A_LOOK = 500;

/** Keeps suggestions up with what is detected, labeled and deleted, without looking at the whole library. */
export class RefreshSuggestions {
  constructor(
    private readonly ports: Ports,
    private readonly rules: () => Promise<Rules>,
    private readonly learner: PeopleLearner,
    private readonly lease: Lease,
    private readonly photosAtOnce = PHOTOS_A_LOOK,
  ) {}

  /**
   * Repeating a refresh, after a crash for example, changes nothing more.
   * @param shutdown stops it; the events are then to be redelivered.
   */
  async refresh(
    deliveries: readonly ChangeDelivery[],
    shutdown: AbortSignal = new AbortController().signal,
  ): Promise<void> {
    const changes = changesOf(deliveries.map(({ event }) => event));
    const changed = await this.refreshNow(changes, shutdown);
    const again = deliveries.some(({ attempt }) => attempt > 1);
    if (changed === 0 && !again) return;
    const version = versionOf(deliveries);
    await this.ports.bus.publish('suggestions.changed', { id: version, data: { version, faces: changed } });
  }

  private async refreshNow(changes: Changes, shutdown: AbortSignal): Promise<number> {
    const rules = await this.rules();
    const photos = await this.lease.hold(() => affectedPhotos(this.ports, rules, changes), shutdown);
    let changed = 0;
    for await (const part of inBatches([...photos].sort(), this.photosAtOnce)) {
      shutdown.throwIfAborted();
      changed += await this.lease.hold((holding) => this.look(rules, part, holding, shutdown), shutdown);
    }
    const dissolved = await this.lease.hold(
      (holding) => dissolveSmallGroups(this.ports, rules, holding),
      shutdown,
    );
    return changed + dissolved;
  }

  /** Says anew who is in these photos. */
  private async look(
    rules: Rules,
    photos: readonly PhotoId[],
    holding: Holding,
    shutdown: AbortSignal,
  ): Promise<number> {
    const faces = await this.facesOf(photos);
    const open = new Set(faces.filter((face) => !isLabeled(face)).map(({ id }) => id));
    return open.size === 0 ? 0 : this.suggest(rules, faces, open, holding, shutdown);
  }

  /** Learns from the neighbourhood of these faces what the whole library would say of them. */
  private async suggest(
    rules: Rules,
    faces: readonly StandingFace[],
    open: ReadonlySet<FaceId>,
    holding: Holding,
    shutdown: AbortSignal,
  ): Promise<number> {
    const around = await lookAround(this.ports, rules, faces);
    const different = await this.ports.questions.different();
    const library = await readIntoMemory(this.ports, rules.pack, around, different);
    const known = await this.knowledge(rules);
    const signal = AbortSignal.any([shutdown, holding.signal]);
    const learned = await this.learner.learn({ faces: library.input, rules, known, signal });
    const change = suggestionsNearby(library, learned, open, rules.minimumGroupSize);
    return (await swapSuggestions(this.ports, change, holding)).changed;
  }

  /** How many faces there are now, and what the last training knew. */
  private async knowledge({ pack }: Rules): Promise<LibraryKnowledge> {
    const { labeled, inferred, unknown } = await this.ports.faces.counts();
    const book = await new KnowledgeBook(this.ports.objects, pack).read();
    return { faces: labeled + inferred + unknown, sharedDirection: book?.sharedDirection ?? null };
  }

  /** Every face of these photos: faces of a photo are matched together. */
  private async facesOf(photos: readonly PhotoId[]): Promise<readonly StandingFace[]> {
    const faces: StandingFace[] = [];
    for await (const part of inBatches(photos, 100)) {
      for (const photo of part) {
        const inPhoto = await this.ports.faces.ofPhoto(photo);
        faces.push(...inPhoto.filter((face) => !isIgnored(face)).map(standingFaceOf));
      }
    }
    return faces;
  }
}

function versionOf(deliveries: readonly ChangeDelivery[]): string {
  const ids = deliveries.map(({ event }) => event.id).sort();
  return createHash('sha256').update(ids.join('\n')).digest('hex').slice(0, 32);
}
