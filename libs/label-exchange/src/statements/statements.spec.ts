import { aFaceId, aPersonId, aPhotoId, NOON } from '@kindred/testing';
import { TOO_LONG } from './lines-of';
import { type ReadLine, readStatements } from './read-statements';
import type { Statement } from './statement';
import { writeStatements } from './write-statements';

const BOX = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 };
const PLACE = { face: aFaceId(), photo: aPhotoId(), box: BOX };
const DECISION = {
  kind: 'decision',
  id: aFaceId('d'),
  says: 'unassign',
  ...PLACE,
  actor: 'user',
  at: NOON,
} as const;
const HEADER = '{"format":"kindred-statements","version":1}';

describe('a file of statements', () => {
  it('is read as it was written', async () => {
    const statements: Statement[] = [
      { kind: 'person', id: aPersonId(), name: 'Zoë "Z" 王\u2028', createdAt: NOON },
      {
        kind: 'person',
        id: aPersonId('Anna'),
        name: 'Anna',
        createdAt: NOON,
        aliases: ['Mum'],
        birthDate: '1985',
        hidden: true,
      },
      { kind: 'photo', id: aPhotoId(), sources: ['/photos/a\nb.jpg', 'upload:c.jpg'] },
      DECISION,
      { ...DECISION, says: 'assign', person: aPersonId(), box: null },
      { kind: 'different', one: aPersonId(1), other: aPersonId(2) },
      { kind: 'cover', person: aPersonId(), ...PLACE },
    ];
    expect(await read(await written(statements))).toEqual(
      statements.map((statement, index) => ({ line: index + 2, statement })),
    );
  });

  it('is written piece by piece, however long it is', async () => {
    let pieces = 0;
    let longest = 0;
    const many = forever({ kind: 'different', one: aPersonId(1), other: aPersonId(2) });
    for await (const piece of writeStatements(many, { exportedAt: NOON, program: 'test' })) {
      longest = Math.max(longest, piece.length);
      if (++pieces === 20) break;
    }
    expect(longest).toBeLessThan(100_000);
  });

  it('says with line and reason what cannot be read, and goes on', async () => {
    const lines = [
      HEADER,
      '{"kind":"person"',
      '',
      JSON.stringify({ ...DECISION, face: 'somebody' }),
      JSON.stringify({ ...DECISION, says: 'assign' }),
      JSON.stringify({ ...DECISION, says: 'delete', box: null }),
      JSON.stringify({ ...DECISION, at: 'yesterday' }),
      '{"kind":"joke"}',
      JSON.stringify({
        kind: 'person',
        id: aPersonId(),
        name: 'A',
        createdAt: NOON,
        birthDate: '1985-02-30',
      }),
      JSON.stringify(DECISION),
    ];
    const answers = await read(lines.join('\n'));
    const failures = answers.flatMap((answer) => ('failure' in answer ? [answer.failure.message] : []));
    expect(failures).toEqual([
      'Line 2: This is no JSON.',
      'Line 4: "face": must be a UUID',
      'Line 5: "person": must be given for assign and reject, and only for them',
      'Line 6: "box": must be given for delete',
      'Line 7: "at": must be a time like 2026-01-31T12:00:00Z',
      expect.stringMatching(/^Line 8: "kind": /),
      'Line 9: "birthDate": must be a day like 1985-04-30 or a year',
    ]);
    expect(answers.at(-1)).toEqual({ line: 10, statement: DECISION });
  });

  it.each([
    ['nothing', ''],
    ['another format', '{"format":"something else","version":1}'],
    ['no JSON', 'hello'],
  ])('is refused when its first line says %s', async (_, text) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'ARGUMENT_INVALID', hint: expect.any(String) });
  });

  it('is read without a line that is longer than any statement, which is named', async () => {
    const lines: (string | typeof TOO_LONG)[] = [HEADER, TOO_LONG, JSON.stringify(DECISION)];
    const answers: ReadLine[] = [];
    for await (const answer of readStatements(eachOf(lines))) answers.push(answer);
    expect(answers).toEqual([
      {
        line: 2,
        failure: { code: 'ARGUMENT_INVALID', message: 'Line 2: This has more than 1048576 bytes.' },
      },
      { line: 3, statement: DECISION },
    ]);
  });

  it('is refused when a newer Kindred wrote it', async () => {
    await expect(read('{"format":"kindred-statements","version":2}')).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
      message: expect.stringContaining('version 2'),
    });
  });
});

async function written(statements: readonly Statement[]): Promise<string> {
  let text = '';
  for await (const piece of writeStatements(eachOf(statements), { exportedAt: NOON, program: 'test' }))
    text += piece;
  return text;
}

async function read(text: string): Promise<ReadLine[]> {
  const answers: ReadLine[] = [];
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  for await (const answer of readStatements(eachOf(lines))) answers.push(answer);
  return answers;
}

async function* eachOf<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

async function* forever(statement: Statement): AsyncGenerator<Statement> {
  for (;;) yield statement;
}
