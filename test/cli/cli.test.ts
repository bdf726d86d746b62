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
  expect(err).toBe('             Error: No command is named.\n');
  expect(out).toContain('Usage:\n\n  utterson <subcommand> [options]');
});

test.each([
  ['nope', '`utterson help` lists the commands.'],
  ['biuld', "Did you mean 'build'?"],
  ['init', "Did you mean 'new'?"],
])('refuses the unknown command %s, whatever stands behind it', async (name, hint) => {
  const expected = {
    code: 1,
    out: '',
    err: `             Error: There is no command '${name}'.\n                    → ${hint}\n`,
  };
  expect(await runCli(temporaryFolder(), name)).toEqual(expected);
  expect(await runCli(temporaryFolder(), name, '--help')).toEqual(expected);
});

test.each([
  ['build --no-such-option', '--no-such-option', null],
  ['build --wach', '--wach', "Did you mean '--watch'?"],
  ['build --livereload', '--livereload', 'It is one of `utterson serve`.'],
])('refuses an unknown option: %s', async (line, option, hint) => {
  const { code, err } = await runCli(temporaryFolder(), ...line.split(' '));
  expect(code).toBe(1);
  expect(err.split('\n').map((text) => text.trim())).toEqual([
    `Error: There is no option ${option}.`,
    ...(hint === null ? [] : [`→ ${hint}`]),
    '→ `utterson build --help` shows what there is.',
    '',
  ]);
});

test('refuses a port where folders are named, which Jekyll takes for one', async () => {
  const { code, err } = await runCli(temporaryFolder(), 'serve', '-p', '4000');
  expect(code).toBe(1);
  expect(err).toContain('-p names folders of plugins; the port is -P 4000.\n');
});

test('refuses words that a command does not take, and says what a folder among them was meant for', async () => {
  const folder = temporaryFolder({ '_config.yml': '', 'site/index.md': 'x' });
  const { code, err } = await runCli(folder, 'build', 'foo');
  expect(code).toBe(1);
  expect(err).toContain("Error: `utterson build` does not take 'foo'.\n");
  expect((await runCli(folder, 'build', 'site')).err).toContain('`utterson build --source site`\n');
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

test('says where the documentation is, and what takes over blogs', async () => {
  const docs = await runCli(temporaryFolder(), 'docs');
  expect([docs.code, docs.err]).toEqual([0, '']);
  expect(docs.out).toContain(manifest.homepage);
  const { code, err } = await runCli(temporaryFolder(), 'import');
  expect(code).toBe(1);
  expect(err).toContain('https://import.jekyllrb.com/');
});

test('does not talk of gems to those who ask how it is used', async () => {
  for (const args of [[], ['nope'], ['import'], ['docs'], ['help']]) {
    const { out, err } = await runCli(temporaryFolder(), ...args);
    expect(out + err).not.toMatch(/\bgems?\b|bundle/i);
  }
});

test.each(COMMANDS.map(({ name }) => name))('explains %s, by --help and by help', async (name) => {
  const folder = temporaryFolder();
  const { code, out } = await runCli(folder, name, '--help');
  expect(code).toBe(0);
  expect(out).toContain(`utterson ${name} -- `);
  expect(out).toContain('Usage:');
  expect(out).toContain(manifest.homepage);
  for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  expect((await runCli(folder, 'help', name)).out).toBe(out);
});

test('does not know help for what is no command', async () => {
  const { code, out, err } = await runCli(temporaryFolder(), 'help', 'nope');
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err).toContain("             Error: There is no command 'nope'.\n");
});

test('shows by help alone what the program can do', async () => {
  const { code, out, err } = await runCli(temporaryFolder(), 'help');
  expect([code, err]).toEqual([0, '']);
  expect(out).toBe((await runCli(temporaryFolder(), '--help')).out);
});
