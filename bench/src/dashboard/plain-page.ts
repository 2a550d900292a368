import type { Page } from 'playwright-core';

export interface PlainGrid {
  readonly crops: readonly string[];
  readonly columns: number;
  readonly step: number;
  readonly rows: number;
}

/**
 * The least that showing so many crops can take: a page of nothing but as many images as fit the screen, moved to where
 * they are needed by a dozen lines without any framework. It knows all addresses from the start.
 */
export async function openPlainPage(page: Page, url: string, grid: PlainGrid): Promise<void> {
  const address = new URL('/plain-page', url).href;
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: document(grid) }));
  await page.goto(address);
}

/** How the dashboard on this page lays out its crops, for a plain page to do the same. */
export async function plainGridOf(page: Page, rows: number): Promise<PlainGrid> {
  return (await page.evaluate(`(() => {
    const tiles = [...document.querySelectorAll('.face-tile')].map((tile) => tile.getBoundingClientRect());
    const tops = tiles.map(({ top }) => top);
    const row = tiles.filter(({ top }) => top === tops[0]).map(({ left }) => left).sort((one, other) => one - other);
    return {
      crops: [...document.querySelectorAll('[data-face] img')].map((image) => image.getAttribute('src')),
      columns: row.length,
      step: row[1] - row[0],
      rows: ${rows},
    };
  })()`)) as PlainGrid;
}

const document = ({ crops, columns, step, rows }: PlainGrid): string => `<!doctype html>
<title>Plain</title>
<style>
  body { margin: 0; height: ${rows * step}px; position: relative }
  img { position: absolute; top: 0; left: 0; width: ${step - 10}px; height: ${step - 10}px; object-fit: cover }
</style>
<body>
<script>
  const crops = ${JSON.stringify(crops)};
  const shown = ${columns} * (Math.ceil(innerHeight / ${step}) + 4);
  const images = Array.from({ length: shown }, () => document.body.appendChild(new Image()));
  const draw = () => {
    const first = Math.max(0, Math.floor(scrollY / ${step}) - 2) * ${columns};
    for (let index = first; index < first + shown; index += 1) {
      const image = images[index % shown];
      const left = (index % ${columns}) * ${step};
      image.style.transform = 'translate(' + left + 'px, ' + Math.floor(index / ${columns}) * ${step} + 'px)';
      const crop = crops[index % crops.length];
      if (image.getAttribute('src') !== crop) image.src = crop;
    }
  };
  addEventListener('scroll', () => requestAnimationFrame(draw));
  draw();
</script>`;
