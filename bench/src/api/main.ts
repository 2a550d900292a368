import { parseArgs } from 'node:util';
import { printJson, printTable, rounded } from '../print';
import { queries, type Query } from './queries';
import { inventedLibrary, RunningKindred } from '../running/running-kindred';

const { values } = parseArgs({
  options: {
    /** Of the invented library. */
    faces: { type: 'string', default: '1000000' },
    /** How often each query is asked, one after the other. */
    times: { type: 'string', default: '200' },
  },
});

const WARM_UP = 10;
const DEEP_PAGES = 20;
const DEEP_PAGE = 500;

/** How long the API takes to answer the dashboard over a large library; see the README beside the package. */
async function main(): Promise<void> {
  const faces = Number(values.faces);
  const kindred = await RunningKindred.start(inventedLibrary(faces));
  try {
    const rows = [];
    for (const query of queries(await knownOf(kindred))) rows.push(await measure(kindred, query));
    printTable(
      ['query', 'p50 ms', 'p95 ms', 'goal ms', 'goal / p95'],
      rows.map(({ name, p50, p95, goal }) => [name, p50, p95, goal, rounded(goal / p95, 1)]),
    );
    printJson({ bench: 'api', faces, queries: rows });
  } finally {
    await kindred.stop();
  }
}

async function knownOf(kindred: RunningKindred) {
  const { people } = await kindred.ask<{ people: { nodes: { id: string }[] } }>(
    '{ people(kind: NAMED, first: 1) { nodes { id } } }',
  );
  let after: string | null = null;
  for (let page = 0; page < DEEP_PAGES; page += 1) {
    const document = `query ($after: String) { faces(filter: { state: UNKNOWN }, sort: QUALITY, first: ${DEEP_PAGE}, after: $after) { pageInfo { endCursor } } }`;
    const answer: { faces: { pageInfo: { endCursor: string | null } } } = await kindred.ask(document, {
      after,
    });
    after = answer.faces.pageInfo.endCursor ?? after;
  }
  return { person: people.nodes[0]!.id, deepCursor: after! };
}

async function measure(kindred: RunningKindred, { name, document, variables, goal }: Query) {
  for (let time = 0; time < WARM_UP; time += 1) await kindred.ask(document, variables);
  const times: number[] = [];
  for (let time = 0; time < Number(values.times); time += 1) {
    const begun = performance.now();
    await kindred.ask(document, variables);
    times.push(performance.now() - begun);
  }
  times.sort((one, other) => one - other);
  const at = (share: number) =>
    rounded(times[Math.min(times.length - 1, Math.floor(share * times.length))]!, 1);
  return { name, p50: at(0.5), p95: at(0.95), goal };
}

void main();
