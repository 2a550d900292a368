/** What a page measured of its own frames. */
export interface Frames {
  /** Milliseconds from each frame to the next. */
  readonly times: readonly number[];
  /** Of all faces that were drawn, those that were placeholders yet. */
  readonly placeholders: number;
}

/**
 * Runs in every page before anything else, as `bench`: there is no other way to look at each frame. It is text because
 * the benches are not compiled with the types of a browser.
 */
export const IN_PAGE = `
window.bench = {
  frame: () => new Promise((done) => requestAnimationFrame(done)),

  /** Crops that are on the screen, and whether something there is not drawn yet. */
  look() {
    const onScreen = (element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    };
    const images = [...document.querySelectorAll('[data-face] img')].filter(onScreen);
    const drawn = images.filter((image) => image.complete && image.naturalWidth > 0).length;
    const waiting = [...document.querySelectorAll('.face-place, .grid-skeleton')].some(onScreen);
    return { drawn, complete: drawn > 0 && drawn === images.length && !waiting };
  },

  /** Milliseconds since the page was asked for until its first crop, and until all on the screen are there. */
  async firstCrops() {
    let first = null;
    while (performance.now() < 60_000) {
      await bench.frame();
      const { drawn, complete } = bench.look();
      if (drawn > 0) first ??= performance.now();
      if (complete) return { first, all: performance.now() };
    }
    throw new Error('There are no crops after a minute.');
  },

  /** Jumps to a place between the top (0) and the end (1): milliseconds until all crops there are drawn, or null. */
  async jump(place, patience) {
    const begun = performance.now();
    while (performance.now() - begun < patience) {
      // The page may become longer while it learns how much there is.
      const top = place * (document.documentElement.scrollHeight - innerHeight);
      if (Math.abs(scrollY - top) > innerHeight / 2) scrollTo({ top, behavior: 'instant' });
      await bench.frame();
      await bench.frame();
      if (bench.look().complete) return performance.now() - begun;
    }
    return null;
  },

  /** Waits until a review asks about another face than that, and its crop is drawn. */
  async asked(before) {
    for (const begun = performance.now(); performance.now() - begun < 60_000; ) {
      const face = document.querySelector('.review-face');
      const image = face?.querySelector('img');
      if (face && face.dataset.face !== before && image?.complete && image.naturalWidth > 0) return;
      await bench.frame();
    }
    throw new Error('There is no other face after a minute.');
  },

  /** Faces that are not drawn because the board flies past. */
  flying() {
    const tile = document.querySelector('.face-tile')?.offsetWidth ?? 132;
    return [...document.querySelectorAll('.face-group__flying')].reduce(
      (sum, { offsetWidth, offsetHeight }) => sum + Math.ceil(offsetWidth / tile) * Math.ceil(offsetHeight / tile), 0);
  },

  /** Scrolls down by so many pixels in each of so many frames. */
  async scroll(pixels, frames) {
    const times = [];
    let placeholders = 0;
    let drawn = 0;
    let before = await bench.frame();
    for (let index = 0; index < frames; index += 1) {
      scrollBy({ top: pixels, behavior: 'instant' });
      const now = await bench.frame();
      times.push(now - before);
      before = now;
      if (index % 30 > 0) continue;
      placeholders += document.querySelectorAll('.face-place').length + bench.flying();
      drawn += document.querySelectorAll('[data-face]').length;
    }
    return { times, placeholders: placeholders / Math.max(1, placeholders + drawn) };
  },
};
`;
