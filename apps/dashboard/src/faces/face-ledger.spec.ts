import { aFace, facePerson, labeledAs } from '../testing/faces';
import { FaceLedger } from './face-ledger';

describe('the ledger of faces', () => {
  let ledger: FaceLedger;
  beforeEach(() => {
    ledger = new FaceLedger();
    ledger.receive([aFace('a'), labeledAs('b', 'Bea')]);
  });

  it('shows a change before it is answered, and keeps what is true until then', () => {
    ledger.begin(['a', 'b'], { kind: 'label', person: facePerson('Anna') });
    expect(ledger.get('a')).toMatchObject({ state: 'LABELED', person: { name: 'Anna' } });
    expect(ledger.get('b')).toMatchObject({ person: { name: 'Anna' } });
    expect(ledger.confirmed('b')).toMatchObject({ person: { name: 'Bea' } });
  });

  it('takes exactly those faces back that were refused', () => {
    const number = ledger.begin(['a', 'b'], { kind: 'label', person: facePerson('Anna') });
    const transitions = ledger.settle(number, [{ id: 'a', face: labeledAs('a', 'Anna') }]);
    expect(transitions).toEqual([{ before: aFace('a'), after: labeledAs('a', 'Anna') }]);
    expect(ledger.get('b')).toEqual(labeledAs('b', 'Bea'));
  });

  it('keeps a later change of the same face when an earlier one is refused', () => {
    const first = ledger.begin(['a'], { kind: 'label', person: facePerson('Anna') });
    ledger.begin(['a'], { kind: 'label', person: facePerson('Cleo') });
    ledger.settle(first, []);
    expect(ledger.get('a')).toMatchObject({ person: { name: 'Cleo' } });
  });

  it('shows what the gateway says meanwhile only where nothing is under way', () => {
    const number = ledger.begin(['b'], { kind: 'delete' });
    ledger.receive([aFace('b')]);
    expect(ledger.get('b')).toBeNull();
    ledger.settle(number, []);
    expect(ledger.get('b')).toEqual(aFace('b'));
  });

  it('shows faces as they were while something is taken back, and as they are when that is refused', () => {
    const number = ledger.begin(['b'], { kind: 'return', faces: new Map([['b', aFace('b')]]) });
    expect(ledger.get('b')).toEqual(aFace('b'));
    ledger.settle(number, []);
    expect(ledger.get('b')).toEqual(labeledAs('b', 'Bea'));
  });

  it('forgets what was deleted here or elsewhere', () => {
    ledger.settle(ledger.begin(['a'], { kind: 'delete' }), [{ id: 'a', face: null }]);
    ledger.forget(['b']);
    expect([ledger.get('a'), ledger.get('b')]).toEqual([null, null]);
  });

  it('renames a person on every face', () => {
    ledger.renamePerson({ ...facePerson('Bea'), name: 'Beatrice', displayName: 'Beatrice' });
    expect(ledger.get('b')?.person?.name).toBe('Beatrice');
  });

  it('tells of every change by a higher version', () => {
    const versions = [ledger.version];
    const number = ledger.begin(['a'], { kind: 'release' });
    versions.push(ledger.version);
    ledger.settle(number, []);
    versions.push(ledger.version);
    expect(new Set(versions).size).toBe(3);
  });

  it('forgets faces that nobody holds when very many have been seen, and none of the others', () => {
    ledger.holders.add(() => ['a']);
    const number = ledger.begin(['b'], { kind: 'release' });
    for (let page = 0; page < 200; page += 1) {
      ledger.receive(Array.from({ length: 100 }, (_, index) => aFace(`face ${page * 100 + index}`)));
    }
    expect(ledger.get('face 0')).toBeNull();
    expect(ledger.get('face 19999')).not.toBeNull();
    expect(ledger.get('a')).toEqual(aFace('a'));
    ledger.settle(number, []);
    expect(ledger.get('b')).toEqual(labeledAs('b', 'Bea'));
  });

  describe('of a change of all that match', () => {
    const unknown = { state: 'UNKNOWN', sort: 'DATE' } as const;
    const label = { kind: 'label', person: facePerson('Anna') } as const;
    const all = { criteria: unknown, except: new Set(['d']) };
    beforeEach(() => ledger.receive([aFace('d')]));

    it('shows it on faces that match, those included that come later, and goes back exactly', () => {
      const number = ledger.beginAll(all, label);
      ledger.receive([aFace('e')]);
      const names = () => ['a', 'b', 'd', 'e'].map((id) => ledger.get(id)?.person?.name);
      expect(names()).toEqual(['Anna', 'Bea', undefined, 'Anna']);
      ledger.drop(number);
      expect(names()).toEqual([undefined, 'Bea', undefined, undefined]);
      expect(ledger.get('a')).toEqual(aFace('a'));
    });

    it('keeps it when it holds', () => {
      const number = ledger.beginAll(all, { kind: 'delete' });
      ledger.commit(number);
      ledger.drop(number);
      expect(['a', 'b', 'd'].map((id) => ledger.get(id) !== null)).toEqual([false, true, true]);
    });

    it('knows which lists everything leaves, and what stays of them', () => {
      const number = ledger.beginAll(all, label);
      expect(ledger.staying({ ...unknown, sort: 'QUALITY', personId: 'x' })).toBe(all.except);
      expect(ledger.staying({ state: 'INFERRED', sort: 'DATE' })).toBeNull();
      ledger.drop(number);
      expect(ledger.staying(unknown)).toBeNull();
      const labeled = { state: 'LABELED', sort: 'DATE' } as const;
      ledger.beginAll({ criteria: labeled, except: new Set() }, label);
      expect(ledger.staying(labeled)).toBeNull();
      expect(ledger.staying({ ...labeled, personId: facePerson('Bea').id })).toEqual(new Set());
      expect(ledger.staying({ ...labeled, personId: facePerson('Anna').id })).toBeNull();
    });

    it('does not guess which faces are from a folder', () => {
      const ofFolder = { ...unknown, limits: { folder: '/pictures' } };
      ledger.beginAll({ criteria: ofFolder, except: new Set() }, label);
      expect(ledger.get('a')).toEqual(aFace('a'));
      expect(ledger.staying(ofFolder)).toEqual(new Set());
    });
  });
});
