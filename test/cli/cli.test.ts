import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/commands/line/command-table.js';
import { runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

test('prints name and version, with any command and any other flag', async () => {
  const folder = temporaryFolder();
  const expected = { code: 0, out: `utterson ${manifest.version}\n`, err: '' };
  expect(await runCli(folder, '--version')).toEqual(expected);
  expect(await runCli(folder, 'build', '-v', '--quiet')).toEqual(expected);
});

test('asks for a subcommand and shows how the program is used', async () => {
  const { code, out, err } = await runCli(temporaryFolder());
  expect(code).toBe(1);
  expect(err).toBe('A subcommand is required.\n');
  expect(out).toContain('Usage:\n\n  utterson <subcommand> [options]');
});

test('refuses an unknown subcommand in the words of Jekyll', async () => {
  const { code, out, err } = await runCli(temporaryFolder(), 'nope');
  expect([code, out]).toEqual([1, '']);
  expect(err).toBe(
    "fatal: 'jekyll nope' could not be found. You may need to install the jekyll-nope gem or a related gem to be " +
      'able to use this subcommand.\n`utterson help` lists the commands.\n',
  );
});

test('refuses an unknown option in the words of Jekyll', async () => {
  const { code, err } = await runCli(temporaryFolder(), 'build', '--no-such-option');
  expect(code).toBe(1);
  expect(err.split('\n').map((line) => line.trim())).toEqual([
    "Whoops, we can't understand your command.",
    'invalid option: --no-such-option',
    'Run your command again with the --help switch to see available options.',
    '',
  ]);
});

test('names a switch that Jekyll no longer has before refusing it', async () => {
  const { code, err } = await runCli(temporaryFolder(), 'build', '--auto');
  expect(code).toBe(1);
  expect(err.split('\n')[0]).toBe(
    "       Deprecation: The switch '--auto' has been replaced with '--watch'.",
  );
});

test('says by name what is not supported yet, and fails', async () => {
  const { code, err } = await runCli(temporaryFolder(), 'build', '--lsi');
  expect(code).toBe(1);
  expect(err).toBe("             Error: The option '--lsi' is not supported yet.\n");
});

test.each(['docs', 'import'])('names the gem that %s needs', async (name) => {
  const { code, err } = await runCli(temporaryFolder(), name);
  expect(code).toBe(1);
  expect(err).toContain(`You must install the 'jekyll-${name}' gem version`);
});

test.each(COMMANDS.map(({ name }) => name))('explains %s, by --help and by help', async (name) => {
  const folder = temporaryFolder();
  const { code, out } = await runCli(folder, name, '--help');
  expect(code).toBe(0);
  expect(out).toContain(`utterson ${name} -- `);
  expect(out).toContain('Usage:');
  for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  expect((await runCli(folder, 'help', name)).out).toBe(out);
});

test('does not know help for what is no command', async () => {
  const { code, out, err } = await runCli(temporaryFolder(), 'help', 'nope');
  expect(code).toBe(1);
  expect(err).toBe("             Error: Hmm... we don't know what the 'nope' command is.\n");
  expect(out).toContain('Valid commands: build, serve, preview, clean');
});

test('shows by help alone what the program can do', async () => {
  const { code, out, err } = await runCli(temporaryFolder(), 'help');
  expect([code, err]).toEqual([0, '']);
  expect(out).toBe((await runCli(temporaryFolder(), '--help')).out);
});
