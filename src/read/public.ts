/** `public/` of a site of our own shape: copied to the root of the output as it is. */
import type { StaticFile } from '../model/page.js';
import { joinPaths, pathWithin } from '../ruby/file-path.js';
import { latestChange } from '../site/latest-change.js';
import { basenameOf, extensionOf, fileNameOf } from '../url/extension.js';
import { statSource } from './file-reader.js';
import type { ReadContext } from './read-context.js';
import { scan } from './scan.js';

/** Every file in it, dot files too; no filter and no defaults apply. */
export function readPublicFiles(context: ReadContext): StaticFile[] {
  const folder = context.config.directories.public;
  if (folder === null) return [];
  const entries = scan(folder, {
    accepts: (name, parent) => !context.filter.isForbiddenLink(joinPaths(joinPaths(folder, parent), name)),
    followsLinks: true,
    report: context.reporter.report,
  });
  return entries.filter(({ isFolder }) => !isFolder).map(({ path }) => publicFile(folder, path, context));
}

function publicFile(folder: string, path: string, context: ReadContext): StaticFile {
  const { directories } = context.config;
  const absolutePath = joinPaths(folder, path);
  const name = fileNameOf(path);
  return {
    kind: 'static',
    id: `public:${path}`,
    source: statSource(
      pathWithin(directories.root, absolutePath),
      absolutePath,
      latestChange(context.config),
    ),
    path: `/${path}`,
    collection: null,
    data: new Map(),
    name,
    basename: basenameOf(name),
    extension: extensionOf(name),
    isWritten: true,
    url: `/${path}`,
    outputPath: path,
  };
}
