import { aPackName } from '@kindred/testing';
import { openTestPorts, type TestPorts } from '@kindred/testing-standalone';
import { KnowledgeBook } from './knowledge-book';

describe('what a training found out', () => {
  let ports: TestPorts;
  let book: KnowledgeBook;
  beforeEach(async () => {
    ports = await openTestPorts();
    book = new KnowledgeBook(ports.objects, aPackName());
  });
  afterEach(() => ports.close());

  it('is read as it was written', async () => {
    for (const sharedDirection of [Float64Array.of(0.6, -0.8), null]) {
      await book.write({ faces: 12, sharedDirection });
      expect(await book.read()).toEqual({ faces: 12, sharedDirection });
    }
  });

  it('is nothing before the first training, and when it cannot be read', async () => {
    expect(await book.read()).toBeNull();
    for (const text of ['', 'null', '{"faces": "many"}', '{"faces": 1, "sharedDirection": [null]}']) {
      await ports.objects.put(`training/${aPackName()}/knowledge.json`, Buffer.from(text));
      expect(await book.read()).toBeNull();
    }
  });
});
