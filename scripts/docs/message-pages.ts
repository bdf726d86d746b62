/** The messages by number, each with its page. */
import { ERROR_PAGES } from '../../src/report/error-pages.js';
import type { ErrorPage } from '../../src/report/pages/error-page.js';
import {
  code,
  type DocsPage,
  docsPage,
  fence,
  heading,
  inline,
  type Neighbours,
  neighbours,
  type PageLink,
  paragraph,
  table,
} from './markup.js';

/** What the first three signs of a number stand for. */
const MESSAGE_GROUPS: Readonly<Record<string, string>> = {
  U10: 'The configuration',
  U11: 'Files, front matter and data',
  U12: 'Liquid, includes and layouts',
  U13: 'Markdown',
  U14: 'Style sheets',
  U15: 'Plugins in general',
  U16: 'What gems say of their settings',
  U17: 'Themes and the Gemfile',
  U18: 'Addresses and output',
  U19: 'The program itself',
};

/** A page for each message, and their list. */
export function messagePages(): DocsPage[] {
  const links = ERROR_PAGES.map(
    ({ number, code }): PageLink => ({ title: `${number} ${code}`, url: messageUrl(number) }),
  );
  return [
    docsPage(
      'content/errors/index.md',
      {
        title: 'Messages',
        lead: 'Every warning and error has a number, and what is behind it stands here.',
        made_from: 'src/report/error-pages.ts',
      },
      [
        'The program prints the same with `utterson help U1203`.',
        ...Object.entries(MESSAGE_GROUPS).flatMap(([group, title]) => [
          heading(2, title, group.toLowerCase()),
          table(
            ['Number', 'Name', 'When'],
            ERROR_PAGES.filter(({ number }) => number.startsWith(group)).map(
              ({ number, code: name, when }) => [
                `<a href="${number.toLowerCase()}/">${number}</a>`,
                code(name),
                inline(when),
              ],
            ),
          ),
        ]),
      ].join('\n\n'),
    ),
    ...ERROR_PAGES.map((page, index) => messagePage(page, neighbours(links, index))),
  ];
}

function messagePage({ number, code: name, when, example, remedy }: ErrorPage, around: Neighbours): DocsPage {
  return docsPage(
    `content/errors/${number.toLowerCase()}.md`,
    { title: `${number}: ${name}`, made_from: 'src/report/error-pages.ts', list: '/errors/', ...around },
    [
      heading(2, 'When', 'when'),
      paragraph(when),
      heading(2, 'Example', 'example'),
      fence(example),
      heading(2, 'What to do', 'what-to-do'),
      paragraph(remedy),
    ].join('\n\n'),
  );
}

function messageUrl(number: string): string {
  return `/errors/${number.toLowerCase()}/`;
}
