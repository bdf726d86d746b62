import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

/** A site in which something is wrong, and all that is printed to standard error. */
interface BrokenSite {
  readonly name: string;
  /** `build` when not given. */
  readonly args?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly exit: number;
  /** `SITE` is the folder of the site. */
  readonly printed: string;
}

const sites = parse(readFileSync('test/report/broken-sites.yml', 'utf8')) as BrokenSite[];

test.each(sites)('prints all there is to say of $name', async ({ args, files, exit, printed }) => {
  const folder = temporaryFolder(files);
  const { code, err } = await runCli(folder, ...(args ?? 'build').split(' '));
  expect(err.replaceAll(folder, 'SITE')).toBe(printed);
  expect(code).toBe(exit);
});
