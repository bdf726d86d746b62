import type { Config } from '../../model/config.js';
import type { Document, Page, SiteFile, StaticFile } from '../../model/page.js';
import type { Change } from '../../model/plugin.js';
import type { Site } from '../../model/site.js';
import type { RubyHash } from '../../ruby/value.js';

/** Documents of all collections that become files (Jekyll 4.4.1, `Site#docs_to_write`). */
export function writtenDocuments(site: Site): readonly Document[] {
  return [...site.collections.values()].flatMap(({ documents }) =>
    documents.filter(({ isWritten }) => isWritten),
  );
}

/** All static files, those of collections too (Jekyll 4.4.1, `Site#static_files` after reading). */
export function staticFilesOf(site: Site): readonly StaticFile[] {
  return [...site.staticFiles, ...[...site.collections.values()].flatMap(({ files }) => files)];
}

/** Whether the file's extension is one of `markdown_ext`. */
export function isMarkdown({ extension }: SiteFile, config: Config): boolean {
  return config.markdownExtensions.has(extension.toLowerCase());
}

/** Front matter with these entries on top, for the build as for templates. */
export function withFrontMatter(file: Page | Document, entries: RubyHash): Change {
  const data = new Map([...file.data, ...entries]);
  return file.kind === 'document'
    ? { data }
    : { data, frontMatter: new Map([...file.frontMatter, ...entries]) };
}
