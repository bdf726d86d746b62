import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const action = parse(readFileSync('action.yml', 'utf8')) as {
  runs: { steps: { run?: string; env?: Record<string, string> }[] };
};
const step = action.runs.steps.find(({ run }) => run !== undefined)!;

/** What the action's one script does to a site, given what action.yml gives it. */
function runAction(
  files: Readonly<Record<string, string>>,
  baseurl: string,
): { status: number | null; stderr: string; told: () => string; destination: string } {
  const source = temporaryFolder(files);
  const folder = temporaryFolder({ output: '' });
  const destination = join(folder, 'site');
  const inputs: Record<string, string> = { source, destination, baseurl };
  const given = Object.entries(step.env!).map(([name, value]) => [
    name,
    value.replace(/^\$\{\{ inputs\.([a-z-]+) \}\}$/, (_, input: string) => inputs[input]!),
  ]);
  const { status, stderr } = spawnSync('bash', ['-c', step.run!], {
    encoding: 'utf8',
    env: {
      ...process.env,
      GITHUB_ACTION_PATH: process.cwd(),
      GITHUB_OUTPUT: join(folder, 'output'),
      ...Object.fromEntries(given),
    },
  });
  return { status, stderr, told: () => readFileSync(join(folder, 'output'), 'utf8'), destination };
}

const config = { '_config.yml': 'url: https://example.org\n' };

test('the action builds a site and says where', () => {
  const page = '---\n---\n{{ "/a.html" | relative_url }} {{ jekyll.environment }}';
  const { status, stderr, told, destination } = runAction({ ...config, 'a.html': page }, '/project');
  expect([status, stderr]).toEqual([0, '']);
  expect(told()).toBe(`path=${destination}\n`);
  expect(readFileSync(join(destination, 'a.html'), 'utf8')).toBe('/project/a.html production');
});

test('it fails for a link that leads nowhere', () => {
  const { status, stderr, told } = runAction({ ...config, 'a.md': '---\n---\n[b](/b.html)\n' }, '');
  expect(status).toBe(1);
  expect(stderr).toContain("Nothing is written at '/b.html'.");
  expect(told()).toBe('');
});
