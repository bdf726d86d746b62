import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

/** What bash offers for the words of a line, the last of which is being typed. */
async function completeInBash(...words: string[]): Promise<string[]> {
  const { out } = await runCli(temporaryFolder(), 'completion', 'bash');
  const folder = temporaryFolder({ 'some-file.md': '' });
  const script = join(folder, 'script');
  const line = ['utterson', ...words].map((word) => `'${word}'`).join(' ');
  writeFileSync(
    script,
    `complete() { :; }\n${out}\nCOMP_WORDS=(${line})\nCOMP_CWORD=${words.length}\n_utterson\nprintf '%s\\n' "\${COMPREPLY[@]}"\n`,
  );
  return execFileSync('bash', [script], { cwd: folder, encoding: 'utf8' }).trim().split('\n');
}

test('bash completes commands, the options of each, and paths', async () => {
  expect(await completeInBash('bu')).toEqual(['build']);
  expect(await completeInBash('build', '--dr')).toEqual(['--drafts']);
  expect(await completeInBash('build', '--no-')).toEqual(['--no-watch', '--no-cache']);
  expect(await completeInBash('build', '--ls')).toEqual(['']);
  expect(await completeInBash('publish', 'some')).toEqual(['some-file.md']);
  expect(await completeInBash('build', '--config', 'some')).toEqual(['some-file.md']);
  expect(await completeInBash('completion', 'z')).toEqual(['zsh']);
});

test.each(['zsh', 'fish'])('prints for %s what that shell can read', async (shell) => {
  const { code, out } = await runCli(temporaryFolder(), 'completion', shell);
  expect(code).toBe(0);
  for (const word of ['build', 'serve', 'limit_posts', 'no-watch']) expect(out).toContain(word);
  const program = `/usr/bin/${shell}`;
  const file = join(temporaryFolder({ script: out }), 'script');
  if (existsSync(program)) execFileSync(program, ['-n', file]);
});

test('knows three shells', async () => {
  const { code, err } = await runCli(temporaryFolder(), 'completion', 'bsh');
  expect(code).toBe(1);
  expect(err).toContain("There is no completion for 'bsh'.\n");
  expect(err).toContain("Did you mean 'bash'?");
});
