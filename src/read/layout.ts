/** Layouts of the site and its theme (Jekyll 4.4.1, `LayoutReader`). */
import type { Layout } from '../model/site.js';
import { joinPaths, pathWithin } from '../ruby/file-path.js';
import { extensionOf, fileNameOf } from '../url/extension.js';
import { readOwnText } from './page.js';
import type { ReadContext } from './read-context.js';
import { scan } from './scan.js';

/** Every layout by name. Of two files with one name the later counts; the site's count before the theme's. */
export function readLayouts(context: ReadContext): Map<string, Layout> {
  const { directories } = context.config;
  const layouts = new Map<string, Layout>();
  for (const folder of directories.layouts) {
    const isTheme = directories.theme !== null && folder.startsWith(`${directories.theme}/`);
    const base = isTheme ? directories.theme! : directories.source;
    const found = new Map<string, Layout>();
    for (const entry of layoutFiles(folder, context)) {
      const layout = context.failures.attempt(pathWithin(base, joinPaths(folder, entry)), () =>
        readLayout(folder, entry, base, context),
      );
      if (layout) found.set(layout.name, layout);
    }
    for (const [name, layout] of found) if (!layouts.has(name)) layouts.set(name, layout);
  }
  return layouts;
}

/** Files with a dot in their name, dot files aside. The filter sees them as if they stood in the source itself. */
function layoutFiles(folder: string, context: ReadContext): string[] {
  const entries = scan(folder, { accepts: (name) => !name.startsWith('.'), followsLinks: false });
  return entries
    .filter(({ path, isFolder }) => !isFolder && fileNameOf(path).includes('.'))
    .map(({ path }) => path)
    .filter((path) => context.filter.accepts(path, '', folder));
}

function readLayout(folder: string, entry: string, base: string, context: ReadContext): Layout {
  const absolutePath = joinPaths(folder, entry);
  const path = pathWithin(base, absolutePath);
  const { file, bytes } = context.reader.read(path, absolutePath);
  const { frontMatter, body, bodyLine } = readOwnText(file, bytes, context);
  const name = entry.slice(0, entry.lastIndexOf('.'));
  return { name, path, source: file, data: frontMatter, body, bodyLine, extension: extensionOf(entry) };
}
