/** A question that the dashboard asks, and the most that its 95th percentile should take, in milliseconds. */
export interface Query {
  readonly name: string;
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly goal: number;
}

const FACE = 'nodes { id state confidence cropUrl box { x y width height } person { id displayName } }';
const PERSON = 'nodes { id displayName labeledCount inferredCount unknownCount cover { id cropUrl } }';
const PAGE = 'pageInfo { hasNextPage endCursor }';

/** As the invented library has them. */
const ONE_YEAR = 'takenFrom: "2015-01-01", takenBefore: "2016-01-01"';
const ONE_FOLDER = 'folder: "/invented/2015"';

/** What the dashboard's screens ask for. @param known of the library that is asked. */
export function queries(known: { readonly person: string; readonly deepCursor: string }): readonly Query[] {
  const faces = (name: string, filter: string, variables?: Query['variables'], parameters = ''): Query => ({
    name: `faces, ${name}`,
    document: `query ${parameters} { faces(${filter}, first: 100) { ${FACE} ${PAGE} } }`,
    variables,
    goal: 25,
  });
  return [
    faces('inferred by confidence', 'filter: { state: INFERRED }, sort: CONFIDENCE'),
    faces('all by date', 'sort: DATE'),
    faces(
      'unknown by quality, 10,000 in',
      'filter: { state: UNKNOWN }, sort: QUALITY, after: $after',
      { after: known.deepCursor },
      '($after: String)',
    ),
    faces(
      'of the person with most',
      'filter: { person: $person }, sort: CONFIDENCE',
      { person: known.person },
      '($person: ID)',
    ),
    faces('sure ones by date', 'filter: { minimumConfidence: 0.9 }, sort: DATE'),
    faces('of one year, good ones by quality', `filter: { ${ONE_YEAR}, minimumQuality: 0.5 }, sort: QUALITY`),
    faces('of one folder by date', `filter: { ${ONE_FOLDER} }, sort: DATE`),
    faces('of one folder by confidence', `filter: { ${ONE_FOLDER}, state: INFERRED }, sort: CONFIDENCE`),
    faces('the last of a bucket', 'filter: { state: UNKNOWN }, sort: QUALITY, skip: 9900'),
    ...[
      ['all', '{}'],
      ['inferred, sure ones', '{ minimumConfidence: 0.9 }'],
      ['unknown, alone, good ones', '{ state: UNKNOWN, alone: true, minimumQuality: 0.5 }'],
      ['of one year', `{ ${ONE_YEAR} }`],
      ['of one folder', `{ ${ONE_FOLDER} }`],
    ].map(([name, filter]) => ({
      name: `count, ${name}`,
      document: `{ faceSummary(filter: ${filter}) { count } }`,
      goal: 50,
    })),
    ...['DATE', 'QUALITY', 'CONFIDENCE'].map((sort) => ({
      name: `timeline of all by ${sort}`,
      document: `{ faceTimeline(sort: ${sort}) { count buckets { key count after } } }`,
      goal: 250,
    })),
    { name: 'initials of names', document: '{ nameInitials { initial count after } }', goal: 25 },
    {
      name: 'people, named',
      document: `{ people(kind: NAMED, first: 100) { ${PERSON} ${PAGE} } }`,
      goal: 25,
    },
    {
      name: 'people, unknown',
      document: `{ people(kind: UNKNOWN, first: 100) { ${PERSON} ${PAGE} } }`,
      goal: 25,
    },
    { name: 'people, searched', document: `{ people(search: "gar", first: 20) { ${PERSON} } }`, goal: 25 },
    {
      name: 'photos',
      document: `{ photos(first: 100) { nodes { id thumbnailUrl faces { id } } ${PAGE} } }`,
      goal: 25,
    },
    {
      name: 'counts',
      document:
        '{ stats { photos { total } faces { labeled inferred unknown } people { named unknown } failures } }',
      goal: 50,
    },
    { name: 'jobs', document: '{ jobs { id state done total } }', goal: 25 },
  ];
}
