import { graphqlSchema } from '@kindred/contracts';
import type { FaceId, PersonId, PhotoId } from '@kindred/domain';
import { aFace, aFaceId, aFailedSource, aJob, aJobId, aPersonId, aPhotoId } from '@kindred/testing';
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { TestGateway } from '../testing/test-gateway';

const at = (day: number) => `2025-01-${String(day).padStart(2, '0')}T10:00:00.000Z`;
const quality = (overall: number) => ({ overall, size: 0.9, sharpness: 0.8, pose: 0.7 });

interface Listed {
  readonly nodes: readonly { readonly id: FaceId }[];
  readonly edges: readonly { readonly cursor: string; readonly node: unknown }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

describe('queries', () => {
  let gateway: TestGateway;
  let ada: PersonId;
  let eve: PersonId;
  let group: PersonId;
  let faces: FaceId[];
  let photo: PhotoId;

  /** Six faces: two of Ada, two that look like Eve, one in a group, one alone; the later the newer and the worse. */
  beforeAll(async () => {
    gateway = await TestGateway.open();
    const made = await gateway.photo('sea', {
      mediaType: 'image/png',
      metadata: {
        takenAt: '2025-06-01T12:00:00',
        camera: 'One',
        location: { latitude: 48.2, longitude: 16.4 },
      },
    });
    photo = made.id;
    faces = [];
    for (let i = 0; i < 6; i += 1) {
      faces.push(
        await gateway.face(i, {
          photo: i < 2 ? photo : undefined,
          photoDate: at(i + 1),
          quality: quality(0.9 - i / 10),
        }),
      );
    }
    ada = await gateway.named('Ada');
    eve = await gateway.named('Eve');
    await gateway.label(ada, faces[0]!, faces[1]!);
    await gateway.suggest(eve, 0.6, faces[2]!);
    await gateway.suggest(eve, 0.8, faces[3]!);
    group = await gateway.unknown(1, faces[4]!);
    await gateway.ports.jobs.put(
      aJob({
        seed: 1,
        startedAt: at(1),
        state: 'completed',
        done: 10,
        failed: 2,
        finishedAt: '2025-01-01T10:00:04.000Z',
      }),
    );
    await gateway.ports.jobs.put(
      aJob({ seed: 2, startedAt: at(2), updatedAt: '2025-01-02T10:00:02.000Z', total: 12, done: 4 }),
    );
    await gateway.ports.photos.recordFailedSource(aFailedSource('/photos/empty.jpg'));
    const failed = await gateway.photo('bad');
    await gateway.ports.photos.failScan(failed.id, {
      job: aJobId(),
      at: at(9),
      failure: { code: 'IMAGE_CORRUPT', message: 'The image is damaged.', hint: 'Replace it.' },
    });
  });
  afterAll(() => gateway.close());

  const list = async (given: string): Promise<number[]> => {
    const { nodes } = (await gateway.data(`{ faces(${given}) { nodes { id } } }`)).faces;
    return nodes.map(({ id }: { id: FaceId }) => faces.indexOf(id));
  };
  const refused = async (query: string) => {
    const { errors } = await gateway.ask(query);
    return errors?.[0]?.extensions['code'];
  };

  it('serve exactly the schema that is the contract', async () => {
    const served = buildClientSchema(await gateway.data(getIntrospectionQuery({ schemaDescription: true })));
    const print = (schema: typeof served) => printSchema(lexicographicSortSchema(schema));
    expect(print(served)).toBe(print(buildSchema(graphqlSchema)));
  });

  it.each([
    ['sort: DATE', [5, 4, 3, 2, 1, 0]],
    ['sort: QUALITY', [0, 1, 2, 3, 4, 5]],
    ['sort: CONFIDENCE', [1, 0, 3, 2, 5, 4]],
    ['first: 2', [5, 4]],
    ['filter: { state: LABELED }', [1, 0]],
    ['filter: { state: INFERRED }', [3, 2]],
    ['filter: { state: INFERRED }, sort: QUALITY', [2, 3]],
    ['filter: { state: UNKNOWN }, sort: CONFIDENCE', [5, 4]],
    ['filter: { state: null }', [5, 4, 3, 2, 1, 0]],
    ['filter: null', [5, 4, 3, 2, 1, 0]],
    ['filter: { alone: true }', [5]],
    ['filter: { alone: true, state: UNKNOWN }, sort: QUALITY', [5]],
    ['filter: { alone: true, state: LABELED }', []],
    ['filter: { alone: null }', [5, 4, 3, 2, 1, 0]],
    ['sort: OLDEST', [0, 1, 2, 3, 4, 5]],
    ['sort: OLDEST, skip: 4', [4, 5]],
    ['filter: { minimumConfidence: 0.7 }', [3]],
    ['filter: { maximumConfidence: 0.7 }', [2]],
    ['filter: { minimumConfidence: 0.6, maximumConfidence: 0.8, state: INFERRED }', [3, 2]],
    ['filter: { takenFrom: "2025-01-04T10:00:00Z" }', [5, 4, 3]],
    ['filter: { takenBefore: "2025-01-02" }', [0]],
    ['filter: { minimumQuality: 0.7 }', [2, 1, 0]],
    ['filter: { folder: "/photos" }, sort: QUALITY', [0, 1, 2, 3, 4, 5]],
    ['filter: { folder: "/elsewhere" }', []],
  ])('list faces by %s', async (given, expected) => {
    expect(await list(given)).toEqual(expected);
  });

  it('list the faces of a person in every state and order', async () => {
    expect(await list(`filter: { person: "${ada}" }`)).toEqual([1, 0]);
    expect(await list(`filter: { person: "${eve}" }, sort: CONFIDENCE`)).toEqual([3, 2]);
    expect(await list(`filter: { person: "${eve}", state: LABELED }`)).toEqual([]);
    expect(await list(`filter: { person: "${group}" }`)).toEqual([4]);
    const query =
      'query ($id: ID!) { person(id: $id) { faces(filter: { state: INFERRED }, sort: QUALITY, first: 1) { nodes { id } pageInfo { hasNextPage } } } }';
    expect((await gateway.data(query, { id: eve })).person.faces).toEqual({
      nodes: [{ id: faces[2] }],
      pageInfo: { hasNextPage: true },
    });
  });

  it('do not take nobody for everybody', async () => {
    for (const id of ['', 'x', aPersonId('nobody')])
      expect(await refused(`{ faces(filter: { person: "${id}" }) { nodes { id } } }`)).toBe('NOT_FOUND');
    expect(await refused(`{ faces(filter: { person: "${ada}", alone: true }) { nodes { id } } }`)).toBe(
      'ARGUMENT_INVALID',
    );
  });

  it.each([
    ['minimumConfidence: 1.01'],
    ['maximumConfidence: -0.5'],
    ['minimumConfidence: 0.6, maximumConfidence: 0.5'],
    ['minimumQuality: 7'],
    ['takenFrom: "yesterday"'],
    ['takenBefore: ""'],
    ['folder: " "'],
    [`folder: "/${'a'.repeat(5000)}"`],
  ])('refuse a filter that means nothing: %s', async (filter) => {
    for (const query of ['faces(filter: $) { nodes { id } }', 'faceSummary(filter: $) { count }'])
      expect(await refused(`{ ${query.replace('$', `{ ${filter} }`)} }`)).toBe('ARGUMENT_INVALID');
    expect(await refused(`{ faceTimeline(filter: { ${filter} }) { count } }`)).toBe('ARGUMENT_INVALID');
  });

  it('do not skip more than the largest bucket has, or less than nothing', async () => {
    for (const skip of [-1, 10_001])
      expect(await refused(`{ faces(skip: ${skip}) { nodes { id } } }`)).toBe('ARGUMENT_INVALID');
  });

  it('filter the faces of a person, and of nobody else', async () => {
    const faces = (filter: string) =>
      `{ person(id: "${eve}") { faces(filter: { ${filter} }) { nodes { id } } } }`;
    expect((await gateway.data(faces('minimumConfidence: 0.7'))).person.faces.nodes).toHaveLength(1);
    expect((await gateway.data(faces(`person: "${eve}"`))).person.faces.nodes).toHaveLength(2);
    expect(await refused(faces(`person: "${ada}"`))).toBe('ARGUMENT_INVALID');
    expect(await refused(faces('alone: true'))).toBe('ARGUMENT_INVALID');
  });

  const SUMMARY = 'count minimumConfidence maximumConfidence oldest newest';

  it.each([
    ['', { count: 6, minimumConfidence: 0.6, maximumConfidence: 0.8, oldest: at(1), newest: at(6) }],
    [
      '(filter: { state: UNKNOWN })',
      { count: 2, minimumConfidence: null, maximumConfidence: null, oldest: at(5), newest: at(6) },
    ],
    [
      '(filter: { minimumConfidence: 0.7 })',
      { count: 1, minimumConfidence: 0.8, maximumConfidence: 0.8, oldest: at(4), newest: at(4) },
    ],
    [
      '(filter: { minimumQuality: 0.95 })',
      { count: 0, minimumConfidence: null, maximumConfidence: null, oldest: null, newest: null },
    ],
  ])('sum up the faces that match%s', async (given, expected) => {
    expect((await gateway.data(`{ faceSummary${given} { ${SUMMARY} } }`)).faceSummary).toEqual(expected);
  });

  it('lay out a whole list, with where to begin reading', async () => {
    const timeline = async (given: string) =>
      (await gateway.data(`{ faceTimeline(${given}) { count buckets { key count position after } } }`))
        .faceTimeline;
    const { count, buckets } = await timeline('sort: CONFIDENCE');
    expect(count).toBe(6);
    expect(buckets.map(({ key, position }: { key: string; position: number }) => [key, position])).toEqual([
      ['labeled', 0],
      ['0.80', 2],
      ['0.60', 3],
      ['unknown', 4],
    ]);
    expect(await list(`sort: CONFIDENCE, after: "${buckets[2].after}", first: 2`)).toEqual([2, 5]);
    expect(await list(`sort: CONFIDENCE, after: "${buckets[0].after}", skip: 1, first: 2`)).toEqual([0, 3]);
    expect(await timeline('filter: { state: LABELED }')).toMatchObject({
      count: 2,
      buckets: [{ key: '2025-01' }],
    });
    expect(await timeline('filter: { folder: "/elsewhere" }')).toEqual({ count: 0, buckets: [] });
  });

  it('tell whose faces match, and how many of each person do', async () => {
    const groups = async (given: string) =>
      (
        await gateway.data(
          `{ faceGroups(${given}) { nodes { faceCount person { displayName } } pageInfo { hasNextPage endCursor } } }`,
        )
      ).faceGroups;
    const of = (displayName: string, faceCount: number) => ({ faceCount, person: { displayName } });
    expect((await groups('filter: { state: INFERRED }')).nodes).toEqual([of('Eve', 2)]);
    expect((await groups('filter: { state: INFERRED, minimumConfidence: 0.7 }')).nodes).toEqual([
      of('Eve', 1),
    ]);
    expect((await groups('filter: { state: UNKNOWN, minimumQuality: 0.1 }')).nodes).toEqual([
      of('Unknown 1', 1),
    ]);
    const page = await groups('filter: { state: LABELED, minimumQuality: 0.85 }, sort: NAME, first: 1');
    expect(page).toMatchObject({ nodes: [of('Ada', 1)], pageInfo: { hasNextPage: false } });
    const after = `filter: { state: LABELED }, sort: NAME, after: "${page.pageInfo.endCursor}"`;
    expect((await groups(after)).nodes).toEqual([]);
    expect((await groups('filter: { state: INFERRED, folder: "/elsewhere" }')).nodes).toEqual([]);
  });

  it.each([
    ['filter: {}'],
    ['filter: { state: IGNORED }'],
    ['filter: { state: UNKNOWN, alone: true }'],
    [`filter: { state: LABELED, person: "${aPersonId('Ada')}" }`],
    ['filter: { state: LABELED, minimumQuality: 2 }'],
    ['filter: { state: LABELED }, first: 501'],
    ['filter: { state: LABELED }, after: "nothing"'],
  ])('refuse to group what means nothing: %s', async (given) => {
    expect(await refused(`{ faceGroups(${given}) { nodes { faceCount } } }`)).toBe('ARGUMENT_INVALID');
  });

  it('tell with what names begin, with where to begin reading', async () => {
    const { nameInitials } = await gateway.data('{ nameInitials { initial count position after } }');
    expect(nameInitials).toMatchObject([
      { initial: 'A', count: 1, position: 0 },
      { initial: 'E', count: 1, position: 1 },
    ]);
    const query = `{ people(kind: NAMED, sort: NAME, after: "${nameInitials[1].after}") { nodes { name } } }`;
    expect((await gateway.data(query)).people.nodes).toEqual([{ name: 'Eve' }]);
  });

  it('tell everything about a face', async () => {
    const query = `query ($id: ID!) { face(id: $id) {
      id state confidence score pack date cropUrl person { displayName } photo { id } box { x y width height }
      landmarks { x y } quality { overall size sharpness pose } } }`;
    expect((await gateway.data(query, { id: faces[3] })).face).toMatchObject({
      state: 'INFERRED',
      confidence: 0.8,
      score: 0.98,
      pack: 'test-pack',
      date: at(4),
      person: { displayName: 'Eve' },
      cropUrl: `/images/faces/${faces[3]}/1.webp`,
      box: { x: 0.375, y: 0.25, width: 0.25, height: 0.5 },
      landmarks: aFace().landmarks,
      quality: { sharpness: 0.8 },
    });
    expect((await gateway.data(query, { id: faces[0] })).face).toMatchObject({
      state: 'LABELED',
      confidence: null,
    });
    expect((await gateway.data(query, { id: faces[5] })).face).toMatchObject({
      state: 'UNKNOWN',
      person: null,
      confidence: null,
    });
  });

  it('list people by kind, part of the name and every order', async () => {
    const people = async (given: string) => {
      const { nodes } = (await gateway.data(`{ people(${given}) { nodes { displayName } } }`)).people;
      return nodes.map(({ displayName }: { displayName: string }) => displayName);
    };
    expect(await people('kind: NAMED, sort: NAME')).toEqual(['Ada', 'Eve']);
    expect(await people('kind: UNKNOWN')).toEqual(['Unknown 1']);
    expect((await people('sort: SIZE')).at(-1)).toBe('Unknown 1');
    expect((await people('sort: TO_REVIEW'))[0]).toBe('Eve');
    expect(await people('sort: NAME')).toEqual(['Ada', 'Eve', 'Unknown 1']);
    expect(await people('search: " AD"')).toEqual(['Ada']);
    expect(await people('search: "%"')).toEqual([]);
  });

  it('tell everything about a person, and nothing about nobody', async () => {
    const query = `query ($id: ID!) { person(id: $id) {
      kind name displayName labeledCount inferredCount unknownCount faceCount createdAt cover { id } } }`;
    expect((await gateway.data(query, { id: group })).person).toMatchObject({
      kind: 'UNKNOWN',
      name: null,
      displayName: 'Unknown 1',
      unknownCount: 1,
      faceCount: 1,
      cover: { id: faces[4] },
    });
    for (const id of [aPersonId('nobody'), 'x', ''])
      expect((await gateway.data(query, { id })).person).toBeNull();
  });

  it('tell everything about a photo', async () => {
    const query = `query ($id: ID!) { photo(id: $id) {
      mediaType byteLength width height takenAt camera lens location { latitude longitude } ingestedAt state failure { code }
      faces { id } sources thumbnailUrl previewUrl originalUrl } }`;
    expect((await gateway.data(query, { id: photo })).photo).toMatchObject({
      mediaType: 'image/png',
      width: 1600,
      takenAt: '2025-06-01T12:00:00',
      camera: 'One',
      lens: null,
      location: { latitude: 48.2, longitude: 16.4 },
      state: 'PENDING',
      failure: null,
      faces: [{ id: faces[0] }, { id: faces[1] }],
      sources: ['/photos/sea.jpg'],
      originalUrl: `/images/photos/${photo}/original`,
    });
    for (const id of [aPhotoId('none'), 'x']) expect((await gateway.data(query, { id })).photo).toBeNull();
  });

  it('list photos by state', async () => {
    const count = async (state: string) =>
      (await gateway.data(`{ photos(state: ${state}) { nodes { state } } }`)).photos.nodes.length;
    expect([
      await count('PENDING'),
      await count('FAILED'),
      await count('SCANNED'),
      await count('null'),
    ]).toEqual([5, 1, 0, 6]);
  });

  it('list what failed with the reason and the photo, when there is one', async () => {
    const { nodes } = (
      await gateway.data('{ failures { nodes { path photo { id } failure { code message hint } } } }')
    ).failures;
    expect(nodes).toMatchObject([
      {
        path: '/photos/bad.jpg',
        photo: { id: aPhotoId('bad') },
        failure: { code: 'IMAGE_CORRUPT', hint: 'Replace it.' },
      },
      { path: '/photos/empty.jpg', photo: null, failure: { code: 'FILE_EMPTY', hint: null } },
    ]);
  });

  it('list jobs, newest first, with rate and the time that is left', async () => {
    const jobs = async (given: string) =>
      (await gateway.data(`{ jobs${given} { id kind state rate secondsLeft total done failed } }`)).jobs;
    expect(await jobs('')).toEqual([
      {
        id: aJobId(2),
        kind: 'DETECT',
        state: 'RUNNING',
        rate: 2,
        secondsLeft: 4,
        total: 12,
        done: 4,
        failed: 0,
      },
      {
        id: aJobId(1),
        kind: 'DETECT',
        state: 'COMPLETED',
        rate: 3,
        secondsLeft: null,
        total: 12,
        done: 10,
        failed: 2,
      },
    ]);
    expect(await jobs('(state: COMPLETED)')).toHaveLength(1);
    expect(await jobs('(first: 1)')).toMatchObject([{ id: aJobId(2) }]);
    for (const first of [0, 201, -1])
      expect(await refused(`{ jobs(first: ${first}) { id } }`)).toBe('ARGUMENT_INVALID');
  });

  it('find one job or face, or none', async () => {
    expect((await gateway.data(`{ job(id: "${aJobId(2)}") { id } }`)).job.id).toBe(aJobId(2));
    const none =
      '{ a: job(id: "x") { id } b: face(id: "x") { id } c: job(id: "") { id } d: face(id: "") { id } }';
    expect(await gateway.data(none)).toEqual({ a: null, b: null, c: null, d: null });
    expect((await gateway.data(`{ face(id: "${aFaceId('none')}") { id } }`)).face).toBeNull();
  });

  it('count everything and tell about the installation', async () => {
    const query = `{ stats { photos { pending scanned failed total } faces { labeled inferred unknown total } people { named unknown } failures questions }
      system { version pack packLicence packAllowsCommercialUse executionProvider dataFolder folders deletionGraceHours } }`;
    expect(await gateway.data(query)).toEqual({
      stats: {
        photos: { pending: 5, scanned: 0, failed: 1, total: 6 },
        faces: { labeled: 2, inferred: 2, unknown: 2, total: 6 },
        people: { named: 2, unknown: 1 },
        failures: 2,
        questions: 0,
      },
      system: {
        version: '1.2.3',
        pack: 'test-pack',
        packLicence: 'MIT',
        packAllowsCommercialUse: true,
        executionProvider: 'cpu',
        dataFolder: '/data',
        folders: ['/photos'],
        deletionGraceHours: 24,
      },
    });
  });

  it('list the packs that are installed, the active one first', async () => {
    const query = '{ packs { name title licence licenceUrl allowsCommercialUse dimension active } }';
    expect((await gateway.data(query)).packs).toEqual([
      {
        name: 'test-pack',
        title: 'Test pack',
        licence: 'MIT',
        licenceUrl: 'https://example.org/licence',
        allowsCommercialUse: true,
        dimension: 8,
        active: true,
      },
      {
        name: 'research-pack',
        title: 'Research pack',
        licence: 'Research only',
        licenceUrl: null,
        allowsCommercialUse: false,
        dimension: 512,
        active: false,
      },
    ]);
  });

  it('read each person, photo and face once, however often an answer shows them', async () => {
    const read = jest.spyOn(gateway.ports.people, 'getMany');
    await gateway.data('{ faces { nodes { person { name } photo { faces { person { name } } } } } }');
    expect(read.mock.calls.flatMap(([ids]) => ids).sort()).toEqual([ada, eve, group].sort());
    read.mockRestore();
  });

  describe('in pages', () => {
    it.each(['faces', 'people', 'photos', 'failures'])(
      'give every one of the %s once, by cursors of the page or of an edge',
      async (field) => {
        const seen: string[] = [];
        let after: string | null = null;
        do {
          const query = `query ($after: String) { ${field}(first: 1, after: $after) {
          nodes { __typename } edges { cursor node { ${field === 'failures' ? 'path' : 'id'} } } pageInfo { hasNextPage endCursor } } }`;
          const page: Listed = (await gateway.data(query, { after }))[field];
          const { edges, pageInfo, nodes } = page;
          expect(nodes).toHaveLength(1);
          expect(edges.at(-1)?.cursor).toBe(pageInfo.endCursor);
          seen.push(JSON.stringify(edges[0]?.node));
          after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
        } while (after !== null);
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen).toHaveLength({ faces: 6, people: 3, photos: 6, failures: 2 }[field]!);
      },
    );

    it('end where they end', async () => {
      const query =
        '{ faces(filter: { state: LABELED }) { nodes { id } pageInfo { hasNextPage endCursor } } photos(state: SCANNED) { pageInfo { hasNextPage endCursor } } }';
      const { faces, photos } = await gateway.data(query);
      expect(faces.pageInfo).toEqual({ hasNextPage: false, endCursor: expect.any(String) });
      expect(photos.pageInfo).toEqual({ hasNextPage: false, endCursor: null });
    });

    it('refuse a cursor that somebody made up or that is of another list', async () => {
      const { endCursor } = (
        await gateway.data('{ faces(first: 1, sort: QUALITY) { pageInfo { endCursor } } }')
      ).faces.pageInfo;
      const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
      for (const cursor of [
        '',
        'x',
        '%',
        endCursor,
        `${endCursor}x`,
        json(null),
        json({}),
        json(['faces:DATE']),
        json(['faces:DATE', 'x', 1]),
        json(['faces:DATE', 1, 2, 3]),
      ]) {
        const { data, errors } = await gateway.ask(
          'query ($after: String) { faces(after: $after) { nodes { id } } }',
          { after: cursor },
        );
        expect([data, errors?.[0]?.extensions]).toEqual([
          null,
          { code: 'ARGUMENT_INVALID', hint: expect.any(String) },
        ]);
      }
      for (const field of ['people', 'photos', 'failures']) {
        expect(await refused(`{ ${field}(after: "x") { pageInfo { endCursor } } }`)).toBe('ARGUMENT_INVALID');
      }
      expect(await refused(`{ person(id: "${ada}") { faces(after: "x") { nodes { id } } } }`)).toBe(
        'ARGUMENT_INVALID',
      );
    });

    it('have 1 to 500 items', async () => {
      for (const field of ['faces', 'people', 'photos', 'failures']) {
        for (const first of [0, -1, 501])
          expect(await refused(`{ ${field}(first: ${first}) { nodes { __typename } } }`)).toBe(
            'ARGUMENT_INVALID',
          );
        expect(await refused(`{ ${field}(first: 500) { nodes { __typename } } }`)).toBeUndefined();
      }
    });
  });
});

describe('a list that is labeled while it is read', () => {
  it('skips nothing and repeats nothing', async () => {
    const gateway = await TestGateway.open();
    const faces = await gateway.faces(...Array.from({ length: 9 }, (_, i) => i));
    const ada = await gateway.named('Ada');
    const seen: FaceId[] = [];
    let after: string | null = null;
    do {
      const query =
        'query ($after: String) { faces(filter: { state: UNKNOWN }, first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }';
      const page: Listed = (await gateway.data(query, { after })).faces;
      const { nodes, pageInfo } = page;
      const shown = nodes.map(({ id }) => id);
      seen.push(...shown);
      await gateway.label(ada, ...shown);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual([...faces].reverse());
    await gateway.close();
  });
});
