import { existsSync } from 'node:fs';
import type { Site } from '../../model/site.js';
import { sanitizedPath } from '../../ruby/file-path.js';

/** Whether the source, or what is copied beside it, has a file of that path, to which a gem's own then gives way. */
export function hasOwnFile({ config, publicFiles }: Site, path: string): boolean {
  return existsSync(sanitizedPath(config.directories.source, path)) || isPublic(publicFiles, path);
}

/** Whether a file of that path, with or without a slash before it, is copied from `public`. */
export function isPublic(publicFiles: Site['publicFiles'], path: string): boolean {
  const plain = path.replace(/^\/+/, '');
  return publicFiles.some(({ outputPath }) => outputPath === plain);
}
