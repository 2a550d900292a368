import { ToastBoard } from '../toasts/toast-board';
import { type Step, UndoStack } from './undo-stack';

describe('the stack of what can be taken back', () => {
  let value: string[];
  let toasts: ToastBoard;
  let undo: UndoStack;
  beforeEach(() => {
    value = [];
    toasts = new ToastBoard(() => undefined);
    undo = new UndoStack(toasts, () => undefined);
  });

  /** Adds a word to the value; taking that back removes it. */
  const add = (word: string, options = {}): number => {
    const forth: Step = async () => {
      value.push(word);
      return back;
    };
    const back: Step = async () => {
      value = value.filter((other) => other !== word);
      return forth;
    };
    value.push(word);
    return undo.did(`Added ${word}.`, back, options);
  };
  const texts = () => toasts.toasts.map(({ text }) => text);

  it('takes back and does again, in order', async () => {
    add('a');
    add('b');
    expect([await undo.undo(), await undo.undo()]).toEqual([true, true]);
    expect(value).toEqual([]);
    await undo.redo();
    expect(value).toEqual(['a']);
    await undo.redo();
    expect(value).toEqual(['a', 'b']);
    await undo.undo();
    expect([value, undo.undoable?.text, undo.redoable?.text]).toEqual([['a'], 'Added a.', 'Added b.']);
  });

  it('has one message about each thing: that it was done, undone or done again', async () => {
    add('a');
    add('b');
    await undo.undo();
    expect(texts()).toEqual(['Added a.', 'Undone: Added b.']);
    await undo.redo();
    expect(texts()).toEqual(['Added a.', 'Added b.']);
  });

  it('does nothing when there is nothing to take back or to do again', async () => {
    expect([await undo.undo(), await undo.redo()]).toEqual([false, false]);
    expect(toasts.toasts).toEqual([]);
  });

  it('cannot do again what was taken back before something new was done', async () => {
    add('a');
    await undo.undo();
    add('b');
    expect(undo.redoable).toBeNull();
    expect(await undo.redo()).toBe(false);
    expect(value).toEqual(['b']);
  });

  it('takes back the very thing whose message is pressed, and only once', async () => {
    add('a');
    add('b');
    toasts.toasts[0]!.action!.run();
    toasts.toasts[0]!.action!.run();
    await undo.undo({ id: 999 });
    expect(value).toEqual(['b']);
    expect(undo.undoable?.text).toBe('Added b.');
  });

  it('says what was done and what was taken back, unless it is to be quiet', async () => {
    add('a');
    await undo.undo();
    expect(texts()).toEqual(['Undone: Added a.']);
    const id = add('b', { quiet: true });
    await undo.undo({ id, quiet: true });
    expect(texts()).toHaveLength(1);
  });

  it('forgets what is refused for good', async () => {
    undo.did('Gone.', async () => null);
    expect(await undo.undo()).toBe(false);
    expect([undo.undoable, undo.redoable]).toEqual([null, null]);
  });

  it('keeps what may work another time, in its place', async () => {
    let reachable = false;
    const id = undo.did('First.', async () => {
      if (!reachable) throw new Error('Kindred does not answer.');
      return async () => null;
    });
    add('second');
    expect(await undo.undo({ id })).toBe(false);
    expect(undo.undoable?.text).toBe('Added second.');
    reachable = true;
    expect([await undo.undo(), await undo.undo()]).toEqual([true, true]);
  });

  it('begins no step before the one before has ended', async () => {
    const steps: string[] = [];
    const slow =
      (name: string): Step =>
      async () => {
        steps.push(`${name} begins`);
        await new Promise((resolve) => setImmediate(resolve));
        steps.push(`${name} ends`);
        return async () => null;
      };
    undo.did('a', slow('a'));
    undo.did('b', slow('b'));
    await Promise.all([undo.undo(), undo.undo()]);
    expect(steps).toEqual(['b begins', 'b ends', 'a begins', 'a ends']);
  });

  it('says that it is busy while a step is under way, and then does what was asked for meanwhile', async () => {
    add('a');
    const undoing = undo.undo();
    await Promise.resolve();
    expect([undo.undoable, undo.redoable, undo.busy]).toEqual([null, null, true]);
    const redoing = undo.redo();
    expect([await undoing, await redoing, value, undo.busy]).toEqual([true, true, ['a'], false]);
  });

  it('remembers the last hundred', async () => {
    for (let number = 0; number < 120; number += 1) add(String(number), { quiet: true });
    for (let number = 0; number < 120; number += 1) await undo.undo({ quiet: true });
    expect(value).toEqual(Array.from({ length: 20 }, (_, number) => String(number)));
  });
});
