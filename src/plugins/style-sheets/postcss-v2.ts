import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { SiteError } from '../../model/diagnostic.js';
import { ConversionError, type HookItem, type Plugin } from '../../model/plugin.js';
import * as messages from '../../report/messages.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy } from '../../ruby/value.js';
import { dig } from '../shared/template-values.js';
import { programOf, runNode } from './node-program.js';

/**
 * jekyll-postcss-v2 1.0.2: the program of `postcss-cli` rewrites each page that is a style sheet. Here before it is written, in a folder
 * of its own, so that nothing is written twice.
 */
export const postcssV2: Plugin = {
  name: 'jekyll-postcss-v2',
  hooks: [{ owner: 'pages', event: 'post_render', priority: 'low', run: rewrite }],
};

/** Whether the site has what the gem needs. */
export function hasPostcssCli(root: string): boolean {
  return programOf('postcss-cli', 'postcss', root) !== null;
}

function rewrite(item: HookItem): void {
  if (item.output === null || !item.file.url.endsWith('.css')) return;
  for (const key of ['unseen', 'config:postcss'] as const) item.depend(key);
  const { root } = item.config.directories;
  const section = item.config.settings.get('postcss') ?? null;
  const given = (key: string): string | null => {
    const path = dig(section, key);
    return isTruthy(path) ? resolve(root, toS(path)) : null;
  };
  const program = given('script') ?? programOf('postcss-cli', 'postcss', root)!;
  const settings = given('config') ?? join(root, 'postcss.config.js');
  const folder = mkdtempSync(join(tmpdir(), 'utterson-'));
  try {
    // Maps name it.
    const file = join(folder, basename(item.file.url));
    writeFileSync(file, item.output);
    runNode([program, file, '-r', '--config', settings], root);
    item.output = readFileSync(file, 'utf8');
  } catch (cause) {
    if (!(cause instanceof ConversionError)) throw cause;
    const diagnostic = messages.conversionError('postcss-cli', item.file.path, cause.message, {
      file: item.file.path,
    });
    throw new SiteError({ ...diagnostic, cause });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
