import { Flight } from './flight';

/** Moves every 16 ms by so many pixels each. */
const fly = (flight: Flight, moves: readonly number[]): boolean[] => {
  let place = 0;
  return moves.map((by, index) => flight.moved((place += by), 16 * index));
};

describe('a flight over a board', () => {
  it('is going on and on, further each time than faces can be seen', () => {
    expect(fly(new Flight(), [0, 400, 400, 400, 400])).toEqual([false, false, false, true, true]);
    expect(fly(new Flight(), [0, -400, -400, -400])).toEqual([false, false, false, true]);
  });

  it('is no jump, however far', () => {
    expect(fly(new Flight(), [0, 5_000_000, 10, 10, 5_000_000, 0])).not.toContain(true);
  });

  it('is no scrolling from which faces are seen', () => {
    expect(
      fly(
        new Flight(),
        Array.from({ length: 100 }, () => 120),
      ),
    ).not.toContain(true);
  });

  it('goes on while somebody is told twice of the same place', () => {
    const flight = new Flight();
    const flies = [0, 400, 400, 800, 800, 1200].map((place, index) => flight.moved(place, 16 * index));
    expect(flies.at(-1)).toBe(true);
  });

  it('ends as soon as it is slower', () => {
    expect(fly(new Flight(), [0, 400, 400, 400, 100, 400])).toEqual([
      false,
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  it('does not begin with moves that are far apart in time', () => {
    const flight = new Flight();
    for (let move = 0; move < 10; move += 1) expect(flight.moved(move * 10_000, move * 500)).toBe(false);
  });

  it('begins anew when the board lay still', () => {
    const flight = new Flight();
    fly(flight, [0, 400, 400, 400]);
    flight.end();
    expect(flight.moved(1600, 64)).toBe(false);
  });
});
