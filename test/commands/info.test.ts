import { expect, test } from 'vitest';
import { runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const topics = (out: string): string[] => [...out.matchAll(/^ *([^ ].*?):/gm)].map(([, topic]) => topic!);

test('prints what a report of a bug should say, and no path of this machine', async () => {
  const folder = temporaryFolder({
    '_config.yml': 'remote_theme: a/b@v1\nplugins: [jekyll-feed]\n',
    'Gemfile.lock': 'GEM\n  specs:\n    jekyll-feed (0.15.1)\n',
  });
  const { code, out, err } = await runCli(folder, 'info');
  expect([code, err]).toEqual([0, '']);
  expect(topics(out)).toEqual([
    'Utterson',
    'Node',
    'Platform',
    'Shape',
    'Generation',
    'Environment',
    'Configuration',
    'Theme',
    'Plugins',
  ]);
  expect(out).toContain(' Theme: a/b@v1\n');
  expect(out).toContain(' Plugins: jekyll-feed 0.15.1\n');
  expect(out).not.toContain(folder);
});

test('says so where there is no site', async () => {
  const { code, out } = await runCli(temporaryFolder(), 'info');
  expect(code).toBe(0);
  expect(topics(out)).toEqual(['Utterson', 'Node', 'Platform', 'Site']);
});
