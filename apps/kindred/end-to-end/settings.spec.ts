import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { describeInBrowser } from './browser';
import { DashboardPage, launchBrowser } from './dashboard-page';
import { KindredProcess, temporaryFolder } from './kindred-process';

describeInBrowser('the settings', () => {
  const data = join(temporaryFolder('settings'), 'data');
  let kindred: KindredProcess;
  let browser: Browser;
  let dashboard: DashboardPage;

  beforeAll(async () => {
    kindred = KindredProcess.start(['up', '--port', '0'], data);
    browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    dashboard = new DashboardPage(page, await kindred.url());
  });
  afterAll(async () => {
    await browser?.close();
    kindred?.kill('SIGINT');
    await kindred?.finished;
  });
  afterEach(() => expect(dashboard.complaints).toEqual([]));

  it('list the installed model packs with what they may be used for, the active one first', async () => {
    await dashboard.open('/settings');
    const packs = dashboard.page.getByRole('list', { name: 'Installed model packs' }).getByRole('listitem');
    const first = await packs.first().innerText();
    expect(first).toContain('faceplugin');
    expect(first).toContain('In use');
    expect(first).toContain('MIT · Commercial use allowed · 512 numbers a face');
    expect(await packs.getByText('In use').count()).toBe(1);
  });
});
