import { languages } from '../../src/highlight/languages.js';
import { namedThemes } from '../../src/highlight/themes.js';
import { code, type DocsPage, docsPage, escapeHtml, heading, table } from './markup.js';

/** The languages that code is highlighted in, and the themes that give it colours. */
export function languagePage(): DocsPage {
  return docsPage(
    'content/reference/languages.md',
    {
      title: 'Languages of code',
      lead: `The ${languages.length} languages that a block of code may name, and the themes that colour them.`,
      made_from: 'src/highlight/languages.ts',
    },
    [
      'Rouge 4.7’s. Case counts. A name that is not in the list gets no colours; `utterson doctor` says where one stands.',
      heading(2, 'Themes', 'themes'),
      `<p>For ${code('utterson highlight-css THEME')}: ${namedThemes.map(({ name }) => code(name)).join(', ')}.</p>`,
      heading(2, 'Languages', 'languages'),
      table(
        ['Language', 'Name', 'Other names', 'Files'],
        languages.map(({ title, name, aliases, fileNames }) => [
          escapeHtml(title),
          code(name),
          aliases.map(code).join(' '),
          fileNames.map(code).join(' '),
        ]),
      ),
    ].join('\n\n'),
  );
}
