import { type LibraryStores, readAll } from '@kindred/testing';

/** Expects that every number which the stores keep is what counting everything again gives. */
export async function recount({ photos, faces, people }: LibraryStores): Promise<void> {
  const allFaces = await readAll((page) => faces.scroll(page));
  const inState = (state: string, person?: string) =>
    allFaces.filter(
      ({ standing }) => standing.state === state && (person === undefined || standing.person === person),
    ).length;
  expect(await faces.counts()).toEqual({
    labeled: inState('labeled'),
    inferred: inState('inferred'),
    unknown: inState('unknown'),
    ignored: inState('ignored'),
  });

  const allPeople = await readAll((page) => people.list(page));
  for (const { id, counts } of allPeople) {
    expect(counts).toEqual({
      labeled: inState('labeled', id),
      inferred: inState('inferred', id),
      unknown: inState('unknown', id),
    });
  }
  const ofKind = (kind: string) => allPeople.filter(({ identity }) => identity.kind === kind).length;
  expect(await people.counts()).toEqual({ named: ofKind('named'), unknown: ofKind('unknown') });

  const allPhotos = await readAll((page) => photos.list(page));
  const scans = (job?: string) => {
    const count = (state: string) =>
      allPhotos.filter(({ scan }) => scan.state === state && (job === undefined || scan.job === job)).length;
    return { pending: count('pending'), scanned: count('scanned'), failed: count('failed') };
  };
  expect(await photos.counts()).toEqual(scans());
  for (const job of new Set(allPhotos.map(({ scan }) => scan.job))) {
    expect(await photos.countsOfJob(job)).toEqual(scans(job));
  }
  expect(await photos.failureCount()).toBe((await readAll((page) => photos.failures(page))).length);
}
