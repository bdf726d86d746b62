import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadAxe, violationsOn } from '../helpers/axe.js';
import { hasBrowser, launchBrowser } from '../helpers/chromium.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import {
  eventually,
  freePort,
  hasTerminal,
  type RunningSite,
  type Serving,
  serveSite,
} from './served-site.js';
import { siteFiles } from './site-files.js';

/** What has to hold between an edit and its effect may take long on a busy machine. */
describe.skipIf(!hasBrowser)('in a browser', { timeout: 120_000 }, () => {
  let browser: Browser;
  let context: BrowserContext;
  let site: RunningSite;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  /** Serves files and opens their home page. */
  async function open(files: Readonly<Record<string, string>>, serving: Serving = {}): Promise<void> {
    site = await serveSite(files, serving);
    page = await openPage('/');
  }

  /** Opens an address, and waits until the script is connected. */
  async function openPage(path: string): Promise<Page> {
    const opened = await context.newPage();
    const connected = opened.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived'));
    await opened.goto(site.url + path);
    await connected;
    await opened.evaluate('window.mark = 1');
    return opened;
  }

  beforeEach(async () => {
    context = await browser.newContext();
  });
  afterEach(async () => {
    // First: a tab that is just being loaded sometimes does not close while its server runs.
    await site.stop();
    await context.close();
  });

  const text = (id: string): Promise<string | null> => page.textContent(`#${id}`).catch(() => null);
  /** `null` while the page is being left: then nothing can be asked. */
  const isMarked = (of = page): Promise<boolean | null> =>
    of.evaluate<boolean>('window.mark === 1').catch(() => null);
  /** What the overlay says; `null` while there is none, or none to be seen. */
  const overlay = (of = page): Promise<string | null> =>
    of
      .evaluate<string | null>(`(() => {
        const found = document.querySelector('utterson-panels')?.shadowRoot.querySelector('.overlay');
        return found && !found.hidden ? found.textContent : null;
      })()`)
      .catch(() => null);
  const badge = (of = page): Promise<string | null> =>
    of
      .evaluate<string | null>(`(() => {
        const found = document.querySelector('utterson-panels')?.shadowRoot.querySelector('[role=status] .badge');
        return found && !found.hidden && !found.closest('[hidden]') ? found.textContent : null;
      })()`)
      .catch(() => null);
  const untilShown = (words: string, of = page): Promise<string | null> =>
    eventually(
      () => overlay(of),
      (found) => found?.includes(words) ?? false,
    );
  const untilHidden = (of = page): Promise<string | null> =>
    eventually(
      () => overlay(of),
      (found) => found === null,
    );
  const bodyOf = (of = page): Promise<string> => of.innerText('body').catch(() => '');
  const untilBody = (words: string, of = page): Promise<string> =>
    eventually(
      () => bodyOf(of),
      (found) => found.includes(words),
    );

  const edits = [
    ['content', 'index.md', siteFiles['index.md']!.replace('text 1', 'text 2'), 'text', 'text 2'],
    [
      'a layout',
      '_layouts/default.html',
      siteFiles['_layouts/default.html']!.replace('layout 1', 'layout 2'),
      'layout',
      'layout 2',
    ],
    ['an include', '_includes/part.html', '<p id="include">include 2</p>\n', 'include', 'include 2'],
    ['data', '_data/facts.yml', 'number: 2\n', 'data', '2'],
    ['the configuration', '_config.yml', 'title: Second title\n', 'title', 'Second title'],
  ] as const;
  test.each(edits)('patches the page after an edit of %s', async (_, path, changed, id, expected) => {
    await open(siteFiles);
    site.write(path, changed);
    const found = await eventually(
      () => text(id),
      (now) => now === expected,
    );
    expect(found).toBe(expected);
    expect(await isMarked()).toBe(true);
  });

  test('keeps what was typed, ticked, chosen and opened, and the focus, while the page around it changes', async () => {
    const form = (words: string): string => `---\nlayout: default\n---\n
<p id="text">${words}</p>\n
<form><input id="name" value="given"><textarea id="note">given</textarea><input id="tick" type="checkbox">
<select id="choice"><option>a</option><option>b</option></select></form>
<details id="more"><summary>more</summary>inside</details>\n`;
    await open({ ...siteFiles, 'index.md': form('before') });
    await page.fill('#note', 'half a note');
    await page.check('#tick');
    await page.selectOption('#choice', 'b');
    await page.click('summary');
    await page.fill('#name', 'half a na');
    site.write('index.md', form('after').replace('<p id="text">', '<p>a new paragraph</p>\n<p id="text">'));
    await eventually(
      () => text('text'),
      (now) => now === 'after',
    );
    const state = `[name.value, note.value, tick.checked, choice.value, more.open, document.activeElement.id, window.mark]`;
    expect(
      await page.evaluate(
        state.replace(/\b(name|note|tick|choice|more)\./g, "document.getElementById('$1')."),
      ),
    ).toEqual(['half a na', 'half a note', true, 'b', true, 'name', 1]);
    await page.keyboard.type('me');
    expect(await page.inputValue('#name')).toBe('half a name');
  });

  test('loads the page anew where a patch could lose what scripts do', async () => {
    const scripted = (more: string): string =>
      `---\nlayout: default\n---\n<p id="text">text 1</p><div id="made"></div>${more}\n<script>document.getElementById('made').textContent = 'by a script';</script>\n`;
    await open({ ...siteFiles, 'index.md': scripted('') });
    // Its script has changed the page.
    site.write('index.md', scripted('').replace('text 1', 'text 2'));
    // The script runs a moment after the text is there.
    await eventually(
      async () => [await text('text'), await text('made')],
      ([now, made]) => now === 'text 2' && made === 'by a script',
    );
    expect(await isMarked()).toBe(false);
    const quiet = scripted('').replace(/<script>.*<\/script>/, '<script>window.heard = 1;</script>');
    site.write('index.md', quiet);
    await eventually(
      () => page.evaluate('window.heard').catch(() => 0),
      (heard) => heard === 1,
    );
    await page.waitForTimeout(300);
    await page.evaluate('window.mark = 1');
    // Nothing but words: no script would have noticed.
    site.write('index.md', quiet.replace('text 1', 'text 3'));
    await eventually(
      () => text('text'),
      (now) => now === 'text 3',
    );
    expect(await isMarked()).toBe(true);
    // A new element, for which a script might have waited.
    site.write('index.md', quiet.replace('<div', '<button id="new">new</button><div'));
    await eventually(
      () => text('new'),
      (now) => now === 'new',
    );
    expect(await isMarked()).toBe(false);
  });

  test('changes only the tab that shows what changed', async () => {
    const about = `---\nlayout: default\npermalink: /about/\n---\n<script>window.heard = 1;</script><p id="text">about 1</p>\n`;
    await open({ ...siteFiles, 'about.md': about, 'other.js': 'let x = 1;\n' });
    const other = await openPage('/about/');
    await other.waitForTimeout(300);
    site.write('about.md', about.replace('<p', '<hr><p').replace('about 1', 'about 2'));
    await untilBody('about 2', other);
    expect([await isMarked(other), await isMarked()]).toEqual([false, true]);
    // A script that neither loads.
    await other.evaluate('window.mark = 1');
    site.write('other.js', 'let x = 2;\n');
    await eventually(
      () => site.output(),
      (output) => output.includes('Regenerated: other.js: 1 file'),
    );
    await page.waitForTimeout(500);
    expect([await isMarked(other), await isMarked()]).toEqual([true, true]);
  });

  test('loads a page anew whose script or image changed', async () => {
    const layout = siteFiles['_layouts/default.html']!.replace(
      '</head>',
      '<script src="/app.js"></script></head>',
    );
    await open({ ...siteFiles, '_layouts/default.html': layout, 'app.js': 'window.version = 1;\n' });
    site.write('app.js', 'window.version = 2;\n');
    const version = await eventually(
      () => page.evaluate<number>('window.version').catch(() => 0),
      (found) => found === 2,
    );
    expect(version).toBe(2);
  });

  test('swaps a style sheet and keeps the state of the page', async () => {
    await open(siteFiles);
    const color = (): Promise<string> => page.evaluate('getComputedStyle(document.body).color');
    expect(await color()).toBe('rgb(1, 2, 3)');
    site.write('_sass/_parts.scss', '$ink: rgb(4, 5, 6);\n');
    await eventually(color, (found) => found === 'rgb(4, 5, 6)');
    expect(await isMarked()).toBe(true);
    const count = await eventually(
      () => page.locator('link[rel=stylesheet]').count(),
      (found) => found === 1,
    );
    expect(count).toBe(1);
  });

  test('a first build that fails shows why, and the site once it is mended', async () => {
    await open({ ...siteFiles, '_data/facts.yml': 'a: [\n' });
    expect(await bodyOf()).toContain('The site does not build');
    expect(await bodyOf()).toContain('facts.yml');
    site.write('_data/facts.yml', 'number: 7\n');
    expect(await untilBody('text 1')).toContain('7');
  });

  test('a configuration that cannot be read at the start shows why, and the site once it is mended', async () => {
    await open({ ...siteFiles, '_config.yml': 'title: [\n' });
    expect(await bodyOf()).toContain('The site does not build');
    expect(await bodyOf()).toContain('_config.yml');
    site.write('_config.yml', 'title: Mended\n');
    expect(await untilBody('text 1')).toContain('Mended');
  });

  test('a page that was never good shows why, and itself once it is mended', async () => {
    await open({ ...siteFiles, 'about.md': '---\nlayout: default\n---\n{% nosuch %}\n' });
    expect(await text('text')).toBe('text 1');
    expect(await eventually(badge, (found) => found !== null)).toBe('1 error elsewhere');
    const about = await openPage('/about');
    expect(await bodyOf(about)).toContain('This page could not be made');
    expect(await bodyOf(about)).toContain('about.md:4:1');
    site.write('about.md', '---\nlayout: default\n---\nmended\n');
    await untilBody('mended', about);
    expect(await eventually(badge, (found) => found === null)).toBeNull();
  });

  test('front matter that cannot be read shows in the open page, until it is mended there', async () => {
    const about = '---\nlayout: default\npermalink: /about/\ntitle: About\n---\nabout 1\n';
    await open({ ...siteFiles, 'about.md': about });
    const tab = await openPage('/about/');
    site.write('about.md', about.replace('About', 'About: us'));
    const shown = await untilShown('mapping values are not allowed', tab);
    expect(shown).toContain('about.md:4:13');
    // Our sentence comes first, Jekyll's words last.
    expect(shown).toMatch(/Error .*colon.*In Jekyll's words: YAML Exception reading/s);
    expect(await bodyOf(tab)).toContain('about 1');
    expect(await overlay()).toBeNull();
    expect(await eventually(badge, (found) => found !== null)).toBe('1 error elsewhere');
    site.write('about.md', about.replace('about 1', 'about 2'));
    await untilBody('about 2', tab);
    expect(await untilHidden(tab)).toBeNull();
  });

  test('what stops reading a page or a post shows there, and the others go on', async () => {
    const about = '---\nlayout: default\npermalink: /about/\n---\nabout 1\n';
    const post = '---\nlayout: default\npermalink: /hello/\ndate: 2024-01-01\n---\nhello 1\n';
    await open({ ...siteFiles, 'about.md': about, '_posts/2024-01-01-hello.md': post });
    const [tab, other] = [await openPage('/about/'), await openPage('/hello/')];
    site.write('about.md', '---\n- no mapping\n---\n');
    expect(await untilShown('about.md', tab)).toContain('This page could not be made');
    site.write('_posts/2024-01-01-hello.md', post.replace('2024-01-01', 'Tuesdayish'));
    expect(await untilShown('2024-01-01-hello.md:4:1', other)).toContain('date');
    // No page can be made of it.
    site.write('_posts/2024-13-45-x.md', '---\n---\n');
    site.write('index.md', siteFiles['index.md']!.replace('text 1', 'text 2'));
    await eventually(
      () => text('text'),
      (found) => found === 'text 2',
    );
    expect(await overlay()).toBeNull();
    expect(await eventually(badge, (found) => found === '3 errors elsewhere')).not.toBeNull();
    site.remove('_posts/2024-13-45-x.md');
    expect(await eventually(badge, (found) => found === '2 errors elsewhere')).not.toBeNull();
    expect([await bodyOf(tab), await bodyOf(other)]).toEqual([
      expect.stringContaining('about 1'),
      expect.stringContaining('hello 1'),
    ]);
    site.write('about.md', about.replace('about 1', 'about 2'));
    await untilBody('about 2', tab);
    site.write('_posts/2024-01-01-hello.md', post.replace('hello 1', 'hello 2'));
    await untilBody('hello 2', other);
    expect([await untilHidden(tab), await untilHidden(other)]).toEqual([null, null]);
  });

  test('a layout whose front matter is broken shows in its pages alone, until it is mended', async () => {
    const files = {
      ...siteFiles,
      '_layouts/other.html': '---\nlayout: default\n---\n<b>{{ content }}</b>',
      'about.md': '---\nlayout: other\npermalink: /about/\n---\nabout 1\n',
    };
    await open(files);
    const tab = await openPage('/about/');
    for (const [words, header] of [
      ['text 2', '- no mapping'],
      ['text 3', 'layout: default\ntitle: a: b'],
    ] as const) {
      site.write('_layouts/other.html', `---\n${header}\n---\n<b>{{ content }}</b>`);
      expect(await untilShown('_layouts/other.html', tab)).toContain('This page could not be made');
      expect(await bodyOf(tab)).toContain('about 1');
      site.write('index.md', siteFiles['index.md']!.replace('text 1', words));
      await eventually(
        () => text('text'),
        (found) => found === words,
      );
      expect([await overlay(), await badge()]).toEqual([null, '1 error elsewhere']);
      site.write('_layouts/other.html', files['_layouts/other.html']);
      expect(await untilHidden(tab)).toBeNull();
    }
  });

  test('a broken configuration shows in every page, until it is mended', async () => {
    await open(siteFiles);
    site.write('_config.yml', 'title: [\n');
    expect(await untilShown('_config.yml')).toContain('The site does not build');
    site.write('_config.yml', 'title: Mended\n');
    await eventually(
      () => text('title'),
      (found) => found === 'Mended',
    );
    expect(await untilHidden()).toBeNull();
  });

  test('Sass and plugins that fail show in every page', async () => {
    await open(siteFiles);
    site.write('site.scss', '---\n---\n@use "nosuch";\n');
    expect(await untilShown('nosuch')).toContain('site.scss');
    site.write('site.scss', siteFiles['site.scss']!);
    await untilHidden();
    site.write('_plugins/bad.js', 'throw new Error("from the plugin");\n');
    expect(await untilShown('from the plugin')).toContain('bad.js');
  });

  test('other pages go on while one is broken, in a layout of its own too', async () => {
    const files = {
      ...siteFiles,
      '_layouts/other.html': '<!DOCTYPE html><html><head></head><body>{{ content }}</body></html>',
      'about.md': '---\nlayout: other\npermalink: /about/\n---\nabout 1\n',
    };
    await open(files);
    const tab = await openPage('/about/');
    site.write('_layouts/other.html', files['_layouts/other.html'].replace('{{', '{% nosuch %}{{'));
    expect(await untilShown("Unknown tag 'nosuch'", tab)).toContain('_layouts/other.html');
    expect(await bodyOf(tab)).toContain('about 1');
    site.write('index.md', siteFiles['index.md']!.replace('text 1', 'text 2'));
    await eventually(
      () => text('text'),
      (found) => found === 'text 2',
    );
    expect([await overlay(), await badge()]).toEqual([null, '1 error elsewhere']);
    // A page opened meanwhile shows it, too.
    await tab.reload();
    expect(await untilShown("Unknown tag 'nosuch'", tab)).not.toBeNull();
    site.write('_layouts/other.html', files['_layouts/other.html']);
    expect(await untilHidden(tab)).toBeNull();
  });

  test('warnings are a badge with a list', async () => {
    await open({ ...siteFiles, 'odd.md': '---\nlayout: nosuch\n---\n' });
    const button = page.locator('utterson-panels').getByRole('button', { name: '1 warning' });
    await button.click();
    const list = page.locator('utterson-panels #list');
    expect(await list.innerText()).toContain("Layout 'nosuch' requested in odd.md does not exist.");
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    expect([await list.isVisible(), await button.getAttribute('aria-expanded')]).toEqual([false, 'false']);
    site.remove('odd.md');
    expect(await eventually(badge, (found) => found === null)).toBeNull();
  });

  test.skipIf(!hasTerminal)('keys in the terminal: what they do reaches the browser', async () => {
    // Stands in for what opens browsers: notes what it was told to open.
    const tools = temporaryFolder({ 'xdg-open': '#!/bin/sh\necho "$1" > "$0.asked"\n' });
    chmodSync(join(tools, 'xdg-open'), 0o755);
    await open(siteFiles, {
      flags: ['--no-watch', '--livereload', '--port', await freePort()],
      environment: { TERM: 'xterm', PATH: `${tools}:${process.env['PATH']}` },
      atTerminal: true,
      until: 'h + enter to show keys',
    });
    const press = (key: string): unknown => site.process.stdin!.write(`${key}\n`);
    const untilPrinted = (words: string, from = 0): Promise<string> =>
      eventually(
        () => site.output().slice(from),
        (output) => output.includes(words),
      );
    press('h');
    for (const key of ['r', 'o', 'c', 'q', 'h']) await untilPrinted(`${key} + enter: `);

    site.write('index.md', siteFiles['index.md']!.replace('text 1', 'text 2'));
    await page.waitForTimeout(500);
    expect(await text('text')).toBe('text 1');
    press('r');
    await untilBody('text 2');
    expect(await isMarked()).toBe(true);
    site.write('index.md', `${siteFiles['index.md']}{% nosuch %}\n`);
    press('R');
    expect(await untilShown('nosuch')).toContain('index.md');
    site.write('index.md', siteFiles['index.md']!.replace('text 1', 'text 3'));
    press('r');
    await untilBody('text 3');
    expect(await untilHidden()).toBeNull();

    press('o');
    const asked = join(tools, 'xdg-open.asked');
    await eventually(
      () => existsSync(asked) && readFileSync(asked, 'utf8'),
      (found) => found !== '' && found !== false,
    );
    const opened = await context.newPage();
    await opened.goto(readFileSync(asked, 'utf8').trim());
    expect(await bodyOf(opened)).toContain('text 3');

    const before = site.output().length;
    press('c');
    // Clears the screen, and says again where the site is.
    expect(await untilPrinted('Server address: ', before)).toContain('\u001b[');
    expect(await isMarked()).toBe(true);

    press('q');
    expect(await site.ended).toBe(0);
    await expect(opened.reload()).rejects.toThrow(/ERR_CONNECTION_REFUSED/);
  });

  test('the overlay takes the focus, keeps it, gives it back, and comes again for other errors only', async () => {
    const form = '---\nlayout: default\n---\n<input id="name">\n';
    await open({ ...siteFiles, 'index.md': form });
    await page.focus('#name');
    site.write('index.md', `${form}{% nosuch %}\n`);
    await untilShown('nosuch');
    const dialog = page
      .locator('utterson-panels')
      .getByRole('alertdialog', { name: 'This page could not be made' });
    const focused = (): Promise<string> =>
      page.evaluate("document.querySelector('utterson-panels').shadowRoot.activeElement?.tagName");
    expect([await dialog.isVisible(), await focused()]).toEqual([true, 'H1']);
    const stops: string[] = [];
    for (let index = 0; index < 4; index++) {
      await page.keyboard.press('Tab');
      stops.push(await focused());
    }
    expect(stops).toEqual(['BUTTON', 'BUTTON', 'PRE', 'BUTTON']);
    await page.keyboard.press('Escape');
    expect(await overlay()).toBeNull();
    expect(await page.evaluate('document.activeElement.id')).toBe('name');
    // The same again: who has hidden it knows it.
    site.write('site.scss', `${siteFiles['site.scss']}b { color: red; }\n`);
    await eventually(
      () => site.output(),
      (output) => output.includes('Regenerated: site.scss'),
    );
    await page.waitForTimeout(300);
    expect(await overlay()).toBeNull();
    site.write('index.md', `${form}{% another %}\n`);
    expect(await untilShown('another')).not.toBeNull();
  });

  test('a place opens the editor, or is copied for one that needs the terminal', async () => {
    await open(
      { ...siteFiles, 'index.md': '---\nlayout: default\n---\n{% nosuch %}\n' },
      { environment: { LAUNCH_EDITOR: '', VISUAL: '', EDITOR: 'vim' } },
    );
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'index.md:4:1' }).click();
    await untilBody('Your editor needs the terminal: index.md:4:1 (copied)');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('index.md:4:1');
  });

  test.each([[[]], [['--host', '0.0.0.0']]])(
    'pages of other origins get no socket, no editor and no token, even with a token that they should not have (%j)',
    async (flags) => {
      const files = { ...siteFiles, 'broken.md': '---\n---\n{% nosuch %}\n' };
      const port = await freePort();
      await open(files, {
        flags: ['--port', port, ...flags],
        environment: { LAUNCH_EDITOR: '', VISUAL: '', EDITOR: '/bin/false' },
      });
      const token = await site.token();
      /** In a page: what becomes of a socket, of a place to be opened, and of reading a page of the site. */
      const ask = (from: Page, given: string): Promise<unknown> =>
        from.evaluate(`(async () => {
          const opened = await new Promise((resolve) => {
            const socket = new WebSocket('${site.url.replace('http', 'ws')}/__utterson/live?token=${given}&page=/');
            socket.onopen = () => resolve('open');
            socket.onerror = () => resolve('refused');
          });
          const headers = { 'Content-Type': 'application/json', 'X-Utterson-Token': '${given}' };
          const editor = await fetch('${site.url}/__utterson/editor', { method: 'POST', body: '{"place":0}', headers })
            .then(({ status }) => status, () => 'refused');
          const read = await fetch('${site.url}/').then((response) => response.text(), () => 'refused');
          return [opened, editor, read.includes('data-token') ? 'token' : read.slice(0, 7)];
        })()`);
      expect(await ask(page, token)).toEqual(['open', 200, '<!DOCTY']);
      expect(await ask(page, '')).toEqual(['refused', 403, '<!DOCTY']);
      expect(await ask(page, 'guessed')).toEqual(['refused', 403, '<!DOCTY']);
      // Another port of the same name, and an address that is this computer's as well.
      const foreign = createServer((_, response) =>
        response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>foreign</p>'),
      );
      await new Promise<void>((resolve) => foreign.listen(0, '0.0.0.0', resolve));
      try {
        const { port: foreignPort } = foreign.address() as AddressInfo;
        const { hostname } = new URL(site.url);
        for (const address of [hostname, '127.0.0.1', '127.0.0.2', 'localhost']) {
          const tab = await context.newPage();
          await tab.goto(`http://${address}:${foreignPort}/`);
          expect([address, await ask(tab, token)]).toEqual([address, ['refused', 'refused', 'refused']]);
        }
      } finally {
        foreign.closeAllConnections();
        foreign.close();
      }
    },
  );

  test('what is shown over pages, and in their place, can be used by everyone', async () => {
    const lang = siteFiles['_layouts/default.html']!.replace(
      /<html><head>(.*)<body>(.*)<\/body>/,
      '<html lang="en"><head><title>A page</title>$1<body><main><h1>A page</h1>$2</main></body>',
    );
    const files = { ...siteFiles, '_layouts/default.html': lang, 'odd.md': '---\nlayout: nosuch\n---\n' };
    await open({ ...files, 'never.md': '---\nlayout: default\n---\n{% nosuch %}\n' });
    const look = async (): Promise<void> => {
      await loadAxe(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        for (const width of [390, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          expect(await violationsOn(page)).toEqual([]);
        }
      }
    };
    const panels = page.locator('utterson-panels');
    await panels.getByRole('button', { name: '1 error elsewhere' }).click();
    expect(await panels.locator('#list').isVisible()).toBe(true);
    await look();
    site.write('index.md', `${siteFiles['index.md']}{% nosuch %}\n`);
    await untilShown('nosuch');
    await look();
    await page.goto(`${site.url}/never`);
    expect(await bodyOf()).toContain('This page could not be made');
    await look();
  });

  test('says what is near an address where nothing is, over the page of the site', async () => {
    await open({ ...siteFiles, 'about.md': '---\nlayout: default\npermalink: /about/\n---\nabout\n' });
    const tab = await openPage('/abuot/');
    expect(await bodyOf(tab)).toContain('nothing');
    await tab.locator('utterson-panels').getByRole('link', { name: '/about/' }).click();
    expect(await untilBody('about', tab)).toContain('about');
    expect(new URL(tab.url()).pathname).toBe('/about/');
  });

  test('works under a strict policy of the site, in a header or in a page', async () => {
    const policy =
      "default-src 'none'; script-src 'nonce-abc'; style-src 'self'; require-trusted-types-for 'script'";
    const headers = `title: x\nwebrick: {headers: {Content-Security-Policy: "${policy}"}}\n`;
    await open({ ...siteFiles, '_config.yml': headers });
    const violations: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) violations.push(message.text());
    });
    site.write('index.md', `${siteFiles['index.md']}{% nosuch %}\n`);
    expect(await untilShown('nosuch')).toContain('index.md');
    site.write('index.md', siteFiles['index.md']!.replace('text 1', 'text 2'));
    await eventually(
      () => text('text'),
      (found) => found === 'text 2',
    );
    const meta = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`;
    const layout = siteFiles['_layouts/default.html']!.replace('<head>', `<head>${meta}`);
    site.write('_config.yml', 'title: x\n');
    site.write('_layouts/default.html', layout);
    await eventually(
      () => page.content().catch(() => ''),
      (html) => html.includes('http-equiv'),
    );
    const tab = await openPage('/');
    site.write('index.md', `${siteFiles['index.md']}{% nosuch %}\n`);
    expect(await untilShown('nosuch', tab)).toContain('index.md');
    site.write('index.md', siteFiles['index.md']!.replace('text 1', 'text 3'));
    expect(await untilBody('text 3', tab)).toContain('text 3');
  });
});
