import { ApiError } from '../api/api-error';
import { ToastBoard } from './toast-board';

describe('the board of toasts', () => {
  let changes: number;
  let board: ToastBoard;
  beforeEach(() => {
    changes = 0;
    board = new ToastBoard(() => (changes += 1));
  });
  const lines = () => board.toasts.map(({ tone, text, details }) => [tone, text, ...details]);

  it('keeps the newest, and each until it is dismissed', () => {
    for (const text of ['one', 'two', 'three', 'four']) board.add({ tone: 'done', text });
    board.dismiss(board.toasts[1]!.id);
    expect(lines()).toEqual([
      ['done', 'two'],
      ['done', 'four'],
    ]);
    expect(changes).toBe(5);
  });

  it('says why something failed and what to do about it', () => {
    board.failed(new ApiError('CONFLICT', 'The name is taken.', 'Merge the two.'));
    board.failed(new Error('Nothing came.'), 'The face was not moved.');
    expect(lines()).toEqual([
      ['failed', 'The name is taken.', 'Merge the two.'],
      ['failed', 'The face was not moved.', 'Nothing came.'],
    ]);
  });
});
