/** What the package exports, from its declarations (`scripts/declarations.js`), which `npm ci` writes. */
import { readFileSync } from 'node:fs';
import { code, type DocsPage, docsPage, fence, heading, paragraph } from './markup.js';

/** The entries of package.json's `exports` that have types. */
const ENTRIES = [
  { file: 'index', name: 'utterson', about: 'Builds sites, and says what a plugin is.' },
  {
    file: 'liquid',
    name: 'utterson/liquid',
    about: 'Liquid 4 with Jekyll’s tags and filters, compiled, without a site.',
  },
  { file: 'markdown', name: 'utterson/markdown', about: 'kramdown’s dialect as a plugin of markdown-it.' },
] as const;

/** One thing that a file of declarations holds. */
interface Declaration {
  readonly name: string;
  readonly isExported: boolean;
  /** Its own comment as text. */
  readonly about: string;
  readonly text: string;
}

/** The interface of the library and of plugins. */
export function libraryPage(): DocsPage {
  return docsPage(
    'content/about/library.md',
    {
      title: 'As a library',
      lead: 'What the package exports, made from its types. Plugins are written against the same.',
      made_from: 'src/index.ts',
    },
    [
      EXAMPLE,
      'A site is built in one process, and a build keeps nothing at module level: two builds do not see each other. What these names promise from release to release says [Releases and support](releases.md). Plugins are explained in [Plugins of your own](../guide/own-plugins.md).',
      ...ENTRIES.flatMap(({ file, name, about }) => {
        const exported = declarationsIn(readFileSync(`lib/${file}.d.ts`, 'utf8')).filter(
          ({ isExported }) => isExported,
        );
        return [
          heading(2, code(name), file),
          paragraph(about),
          ...exported.flatMap((declaration) => [
            heading(3, code(declaration.name), `${file}-${declaration.name}`),
            ...(declaration.about === '' ? [] : [paragraph(declaration.about)]),
            fence(declaration.text, 'typescript'),
          ]),
        ];
      }),
    ].join('\n\n'),
  );
}

const EXAMPLE = `~~~ javascript
import markdownIt from 'markdown-it';
import { buildSite } from 'utterson';
import { createLiquid } from 'utterson/liquid'; // Liquid 4, compiled
import { kramdown } from 'utterson/markdown';   // a markdown-it plugin: kramdown's dialect

const { ok, written, diagnostics } = await buildSite({ directory: 'my-site', flags: { strict: true } });

markdownIt().use(kramdown).render('# A *b*\\n{: .c}\\n');
createLiquid().render('{{ name | upcase }}', { name: 'x' });
~~~`;

/** Declarations begin at the margin, each behind its comment. */
export function declarationsIn(text: string): Declaration[] {
  const renamed = new Map(
    [...text.matchAll(/^export \{ (\w+) as (\w+) \}$/gm)].map(([, from, to]) => [from!, to!] as const),
  );
  const found: Declaration[] = [];
  let comment = '';
  for (const chunk of text.split(/\n(?=\/\*\*|export |declare )/)) {
    if (chunk.startsWith('/**')) {
      comment = chunk;
      continue;
    }
    const name = /^(?:export )?declare (?:abstract )?\w+ (\w+)/.exec(chunk)?.[1];
    if (name !== undefined) {
      found.push({
        name: renamed.get(name) ?? name,
        isExported: chunk.startsWith('export ') || renamed.has(name),
        about: wordsOf(comment),
        text: chunk.replace(/^(?:export )?declare /, '').trim(),
      });
    }
    comment = '';
  }
  return found.sort((one, other) => (one.name < other.name ? -1 : 1));
}

function wordsOf(comment: string): string {
  return comment
    .replace(/^\/\*\*|\*\/\s*$|^ \* ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}
