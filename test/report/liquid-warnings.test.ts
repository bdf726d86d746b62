import { expect, test } from 'vitest';
import { runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

test('tells of fifty warnings of a template, and in one line of the others', async () => {
  const folder = temporaryFolder({
    '_config.yml': 'liquid: { error_mode: warn }\n',
    'a.md': `---\n---\n${'{{ a b }}\n'.repeat(60)}`,
  });
  const { code, err } = await runCli(folder, 'build');
  expect(err.match(/Liquid syntax error \(line \d+\)/g)).toHaveLength(50);
  expect(err.match(/Liquid Warning: and .*/g)).toEqual(['Liquid Warning: and 10 more in a.md']);
  expect(code).toBe(0);
});
