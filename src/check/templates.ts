/** The texts of a site that hold Liquid: pages, documents, layouts, includes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { wholeText } from '../model/output.js';
import type { Renderable } from '../model/page.js';
import type { Site } from '../model/site.js';
import { decodeText } from '../ruby/encoding.js';
import { isWithin, slashed } from '../ruby/file-path.js';
import { allDocuments } from '../site/site-files.js';

/** A text to look through. */
export interface CheckedText {
  /** Relative to the site's folder, or as places name it. */
  readonly path: string;
  readonly body: string;
  /** 1-based line of the file on which the body starts. */
  readonly firstLine: number;
  /** The page or document; `null` for a layout or an include. */
  readonly file: Renderable | null;
}

/** All of the site's own; a theme's are its author's to mend. */
export function checkedTexts(site: Site): CheckedText[] {
  const { root, includes, theme } = site.config.directories;
  const isOwn = (path: string): boolean => theme === null || isWithin(root, theme) || !isWithin(theme, path);
  const files = [...site.pages, ...allDocuments(site)].filter(({ source }) => source !== null);
  const layouts = [...site.layouts.values()].filter(({ source }) => isOwn(source.absolutePath));
  return [
    ...files.map(
      (file): CheckedText => ({
        path: file.source!.path,
        body: wholeText(file.body),
        firstLine: file.bodyLine,
        file,
      }),
    ),
    ...layouts.map(
      ({ path, body, bodyLine }): CheckedText => ({ path, body, firstLine: bodyLine, file: null }),
    ),
    ...includes
      .filter(isOwn)
      .flatMap(filesBelow)
      .map(
        (path): CheckedText => ({
          path: slashed(relative(root, path)),
          body: decodeText(readFileSync(path), site.config.encoding),
          firstLine: 1,
          file: null,
        }),
      ),
  ];
}

/** All files of a folder and those in it, sorted. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
