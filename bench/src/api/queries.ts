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
