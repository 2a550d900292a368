import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { eventually, findBrowser } from '@kindred/testing';

export type Tab = 'Labeled' | 'Inferred' | 'Unknown' | 'People';

/** A headless browser of its own; the sandbox of Chromium does not work for root. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null)
    throw new Error('Install Chromium, Chrome or Edge, or set CHROMIUM to where one is.');
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}

/** The dashboard as a person with a mouse and a keyboard uses it. */
export class DashboardPage {
  /** What the page complained about; stays empty when all is well. */
  readonly complaints: string[] = [];

  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`${message.text()} ${message.location().url}`);
    });
  }

  async open(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.url).href);
  }

  async goTo(tab: Tab): Promise<void> {
    await this.tab(tab).click();
  }

  get faces(): Locator {
    return this.page.locator('[data-face]');
  }

  face(id: string): Locator {
    return this.page.locator(`[data-face="${id}"]`);
  }

  /** Faces that are below a person's name. */
  facesOf(person: string): Locator {
    return this.page.getByRole('region', { name: person, exact: true }).locator('[data-face]');
  }

  async idOf(face: Locator): Promise<string> {
    return (await face.getAttribute('data-face'))!;
  }

  /** Presses one of the buttons that appear on a face below the mouse. */
  async press(
    button: 'Label' | 'Delete' | 'Confirm' | 'Not this person' | 'Unlabel' | 'Ignore' | 'Stop ignoring',
    id: string,
  ): Promise<void> {
    const tile = this.page.locator('.face-tile', { has: this.face(id) });
    // While photos are still read a face may be drawn anew below the mouse, which then has to come to it again.
    await eventually(
      async () => {
        await this.face(id).hover();
        return tile
          .getByRole('button', { name: button, exact: true })
          .click({ timeout: 3_000 })
          .then(
            () => true,
            () => false,
          );
      },
      (isPressed) => isPressed,
    );
  }

  /** Opens the pop-up of a face, types and takes an option of the list. */
  async label(id: string, typed: string, option: string): Promise<void> {
    await this.press('Label', id);
    await this.page.getByRole('combobox', { name: 'Name or person' }).fill(typed);
    const named = this.page.getByText(option, { exact: true });
    await this.page.getByRole('option').filter({ has: named }).click();
  }

  private tab(name: Tab): Locator {
    return this.page.getByRole('navigation').getByRole('link', { name });
  }

  /** What the tab says it holds. */
  async count(tab: Tab): Promise<number> {
    // Counts come a moment after the tabs.
    const text = await eventually(
      () => this.tab(tab).innerText(),
      (shown) => /\d/.test(shown),
    );
    return Number(/[\d,]+/.exec(text)![0].replaceAll(',', ''));
  }
}
