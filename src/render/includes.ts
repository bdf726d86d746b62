/** Finding included files (Jekyll 4.4.1, `Tags::IncludeTag`, `Tags::IncludeRelativeTag`); each is read once per build. */
import { readFileSync } from 'node:fs';
import { posix, relative, sep } from 'node:path';
import fastGlob from 'fast-glob';
import type { IncludeSource } from '../liquid/context.js';
import { LiquidError } from '../liquid/errors.js';
import type { Config } from '../model/config.js';
import { decodeText } from '../ruby/encoding.js';
import { isWithin, sanitizedPath } from '../ruby/file-path.js';
import { isFile, realPath } from '../ruby/file-test.js';
import { inspect } from '../ruby/inspect.js';
import { suggest } from '../ruby/suggest.js';
import { isForbiddenBySafe } from '../site/safe-paths.js';
import { refuseTemplate } from './refuse-bytes.js';

/** The included files of one build. */
export class Includes {
  private readonly found = new Map<string, IncludeSource>();
  /** By absolute path: what a file says does not change while a site is rendered, whatever happens to it. */
  private readonly texts = new Map<string, string>();

  constructor(private readonly config: Config) {}

  /** A file of the includes folders, the site's before the theme's. */
  read(name: string): IncludeSource {
    return this.once(name, () => this.find(name, this.config.directories.includes));
  }

  /**
   * A file beside another one.
   *
   * @param path of the file with the tag, relative to the source folder
   */
  readBeside(name: string, path: string): IncludeSource {
    const folder = sanitizedPath(this.config.directories.source, posix.dirname(path));
    return this.once(`${folder}\0${name}`, () => this.find(name, [folder]));
  }

  /** The text that `read` gives, and in which of the folders it is, `null` where there is none; for those who compare. */
  located(name: string): string | null {
    const { includes } = this.config.directories;
    const index = includes.findIndex((folder) => this.isReadable(posix.join(folder, name), folder));
    return index < 0 ? null : `${index}\0${this.textAt(posix.join(includes[index]!, name))}`;
  }

  /** The text of a file of the source, as it was when it was first asked for; `null` where there is none. */
  textOf(path: string): string | null {
    const whole = posix.join(this.config.directories.source, path);
    return isFile(whole) ? this.textAt(whole) : null;
  }

  private textAt(path: string): string {
    let text = this.texts.get(path);
    if (text === undefined) {
      text = decodeText(readFileSync(path), this.config.encoding);
      this.texts.set(path, text);
    }
    return text;
  }

  private once(key: string, find: () => IncludeSource): IncludeSource {
    let source = this.found.get(key);
    if (source === undefined) this.found.set(key, (source = find()));
    return source;
  }

  private find(name: string, folders: readonly string[]): IncludeSource {
    for (const folder of folders) {
      const path = posix.join(folder, name);
      if (this.isReadable(path, folder)) return this.load(path);
    }
    const hint = suggest(name, folders.flatMap(filesIn));
    throw new LiquidError('ruby', notFound(name, folders, this.config.safe), { hint });
  }

  /** Under `safe`, a link may not lead out of the folder. */
  private isReadable(path: string, folder: string): boolean {
    if (!isFile(path)) return false;
    if (!this.config.safe) return true;
    return isWithin(realPath(folder), realPath(path)) && !isForbiddenBySafe(path, this.config);
  }

  private load(path: string): IncludeSource {
    const text = this.textAt(path);
    const fromRoot = relative(this.config.directories.root, path).split(sep).join('/');
    const shortPath = fromRoot.startsWith('../') ? path : fromRoot;
    refuseTemplate({ path: shortPath, text, line: 1 }, this.config.encoding);
    return { path: shortPath, text };
  }
}

function filesIn(folder: string): string[] {
  return fastGlob.sync('**', { cwd: folder, suppressErrors: true }).sort();
}

function notFound(name: string, folders: readonly string[], isSafe: boolean): string {
  const end = isSafe
    ? ' is not a symlink as those are not allowed in safe mode.'
    : ', if it is a symlink, does not point outside your site source.';
  return `Could not locate the included file '${name}' in any of ${inspect([...folders])}. Ensure it exists in one of those directories and${end}`;
}
