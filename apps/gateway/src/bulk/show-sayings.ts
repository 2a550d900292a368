import { projectFaces } from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import type { Saying } from './bulk-statements';

/** Shows on faces what is in the log of them, and tells everybody in events of this id; may be repeated. */
export async function showSayings(ports: Ports, sayings: readonly Saying[], event: string): Promise<void> {
  const all = sayings.map(({ face }) => face);
  const before = await ports.faces.getMany(all);
  await projectFaces(ports, all);
  const deleted = new Set((await ports.faces.deletedAmong(all)).map(({ id }) => id));
  if (deleted.size > 0)
    await ports.bus.publish('faces.deleted', { id: `${event}:deleted`, data: { faces: [...deleted] } });
  const faces = all.filter((face) => !deleted.has(face));
  if (faces.length === 0) return;
  const people = new Set([
    ...before.flatMap(({ standing }) => (standing.person === null ? [] : [standing.person])),
    ...sayings.flatMap(({ statements }) =>
      statements.flatMap((said) => ('person' in said ? [said.person] : [])),
    ),
  ]);
  await ports.bus.publish('faces.labeled', { id: event, data: { faces, people: [...people] } });
}
