/** Commands that plugins bring, through the command line. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const DEPLOY = `export default {
  name: 'deployer',
  defaults: { deploy: { host: 'example.org', port: 22 } },
  commands: [
    {
      name: 'deploy',
      description: 'Upload the site',
      async run(args, { config, build, info }) {
        if (!(await build())) return 2;
        info('Deploy:', \`\${args.join(' ')} to \${[...config.settings.get('deploy').values()].join(':')}\`);
        return args.length;
      },
    },
    { name: 'build', description: 'Never run', run: () => 9 },
    { name: 'quiet', description: 'Say nothing', run() {} },
    {
      name: 'trip',
      description: 'Fail',
      run() {
        throw new Error('tripped');
      },
    },
  ],
};
`;
const SITE = {
  '_config.yml': 'deploy: {port: 2222}\n',
  '_plugins/deployer.mjs': DEPLOY,
  'index.html': '---\n---\nx',
};

test('runs one with what stands behind its name, the configuration and a build, and ends with its exit code', async () => {
  const folder = temporaryFolder(SITE);
  const { code, out, err } = await runCli(folder, '--quiet', 'deploy');
  expect([code, out, err]).toEqual([0, '', '']);
  const told = await runCli(folder, 'deploy', '--fast', '--', 'now');
  expect(told.code).toBe(3);
  expect(told.out).toContain('done in');
  expect(told.out.split('\n').at(-2)!.trim()).toBe('Deploy: --fast -- now to example.org:2222');
  expect(existsSync(join(folder, '_site/index.html'))).toBe(true);
  expect(await runCli(folder, 'quiet')).toEqual({ code: 0, out: '', err: '' });
});

test('finds the site by the flags before the name', async () => {
  const folder = temporaryFolder(
    Object.fromEntries(Object.entries(SITE).map(([path, text]) => [`site/${path}`, text])),
  );
  const { code, out } = await runCli(folder, '--source', 'site', 'deploy', 'x');
  expect(code).toBe(1);
  expect(out).toContain('Deploy: x to example.org:2222');
});

test('one of a name that the program has itself is never run, nor listed', async () => {
  const folder = temporaryFolder(SITE);
  const { code } = await runCli(folder, 'build');
  expect(code).toBe(0);
  const { out } = await runCli(folder, '--help');
  expect(out).not.toContain('Never run');
});

test('help lists them, and tells of one', async () => {
  const folder = temporaryFolder(SITE);
  for (const argv of [['--help'], ['help']]) {
    const { code, out } = await runCli(folder, ...argv);
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}deploy +Upload the site \(of the plugin deployer\)$/m);
    expect(out).toMatch(/^ {2}build, b +Build the site$/m);
  }
  for (const argv of [
    ['help', 'deploy'],
    ['deploy', '--help'],
    ['--help', 'deploy'],
  ]) {
    const { code, out } = await runCli(folder, ...argv);
    expect(code).toBe(0);
    expect(out).toContain('utterson deploy -- Upload the site (of the plugin deployer)');
    expect(out).toContain('utterson deploy [arguments]');
  }
});

test('a misspelt one is guessed', async () => {
  const { code, err } = await runCli(temporaryFolder(SITE), 'deplyo');
  expect(code).toBe(1);
  expect(err).toContain("There is no command 'deplyo'.");
  expect(err).toContain("Did you mean 'deploy'?");
});

test('what one throws is told with the plugin, its file and line', async () => {
  const { code, err } = await runCli(temporaryFolder(SITE), 'trip');
  expect(code).toBe(1);
  expect(err).toContain('Command: trip of the plugin deployer failed: tripped');
  expect(err).toContain('at _plugins/deployer.mjs:20:15');
});

test('safe runs none', async () => {
  const { code, err } = await runCli(temporaryFolder(SITE), '--safe', 'deploy');
  expect(code).toBe(1);
  expect(err).toContain("There is no command 'deploy'.");
});

test('a plugin that cannot be loaded is told where one of its commands may be meant, and keeps nobody from help', async () => {
  const folder = temporaryFolder({ '_plugins/broken.mjs': 'throw new Error("broken");\n' });
  const asked = await runCli(folder, 'deploy');
  expect(asked.code).toBe(1);
  expect(asked.err).toContain('Loading the plugin _plugins/broken.mjs failed: broken');
  expect(asked.err).toContain("There is no command 'deploy'.");
  const helped = await runCli(folder, '--help');
  expect(helped.code).toBe(0);
  expect(helped.out).toMatch(/^ {2}build, b +Build the site$/m);
});
