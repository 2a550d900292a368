import { ApiError } from '../api/api-error';
import { reportLines } from './report-lines';
import { sendStatements, type StatementUpload } from './statement-upload';

const NONE = { imported: null, namesRead: null, sidecars: null };
const IMPORTED = {
  people: { created: 0 },
  decisions: { said: 0, known: 0 },
  conflicts: { changed: 0, kept: 0 },
  differences: { said: 0 },
  covers: 0,
  waiting: { decisions: 0, covers: 0 },
  refused: 0,
  failures: [],
};

describe('what came of labels in and out', () => {
  it('is told as far as there is something to tell', () => {
    const imported = {
      ...IMPORTED,
      people: { created: 1 },
      decisions: { said: 1200, known: 1 },
      conflicts: { changed: 2, kept: 1 },
      waiting: { decisions: 4, covers: 1 },
      refused: 1,
      failures: [{ message: 'Line 7: This is no JSON.' }],
    };
    expect(reportLines({ ...NONE, imported })).toEqual({
      lines: [
        '1 new person',
        '1,200 decisions taken in',
        '2 faces changed by a later word',
        '1 face kept, because this library had the later word',
        '5 statements wait for their photos',
        '1 decision known before',
        '1 line says nothing that can be taken in',
      ],
      failures: ['Line 7: This is no JSON.'],
    });
    expect(reportLines({ ...NONE, imported: IMPORTED }).lines).toEqual([
      'Nothing to change: all of it was known.',
    ]);
  });

  it('is told of names and of sidecars', () => {
    const namesRead = {
      photos: 6,
      unreadable: 0,
      people: { created: 2 },
      labeled: 3,
      known: 0,
      withoutFace: 1,
    };
    expect(reportLines({ ...NONE, namesRead }).lines).toEqual([
      '6 photos looked at',
      '3 faces labeled',
      '2 new people',
      '1 name without a face that was found',
    ]);
    const sidecars = { written: 0, unchanged: 4, failed: 1, failures: [{ message: '/a.jpg: denied' }] };
    expect(reportLines({ ...NONE, sidecars })).toEqual({
      lines: ['0 files written', '4 files said all of it already', '1 file could not be written'],
      failures: ['/a.jpg: denied'],
    });
    expect(reportLines(NONE).lines).toEqual([]);
  });
});

describe('a file of labels', () => {
  const FILE = new File(['0123456789'], 'gesagt & getan.jsonl');

  it('says how much of it is sent, and then which job takes it in', async () => {
    const told: StatementUpload[] = [];
    const paths: string[] = [];
    const job = await sendStatements(
      FILE,
      (upload) => told.push(upload),
      async (_method, path, _file, onSent) => {
        paths.push(path);
        onSent(5);
        return { job: 'job 1' };
      },
    );
    expect(job).toBe('job 1');
    expect(paths).toEqual(['/labels/import?name=gesagt%20%26%20getan.jsonl']);
    expect(told).toEqual([
      { kind: 'sending', name: FILE.name, percent: 0 },
      { kind: 'sending', name: FILE.name, percent: 50 },
      { kind: 'none' },
    ]);
  });

  it('says why it is refused', async () => {
    const told: StatementUpload[] = [];
    const error = new ApiError('ARGUMENT_INVALID', 'This is no file that kindred export wrote.');
    expect(
      await sendStatements(
        FILE,
        (upload) => told.push(upload),
        () => Promise.reject(error),
      ),
    ).toBeNull();
    expect(told.at(-1)).toEqual({ kind: 'failed', name: FILE.name, error });
  });
});
