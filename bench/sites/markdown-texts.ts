import { postBodies, randomNumbers, wordsOf } from './blog.js';

/** How many texts of a kind there are, no two the same. */
const COUNT = 20;

/** Elements of a text: it is some kilobytes long then, as a page is. */
const ELEMENTS = 20;

/** So many words. */
type Words = (count: number) => string;

/** An element of each kind; its number within the text makes names. */
const ELEMENT_OF: Readonly<Record<string, (words: Words, number: number) => string>> = {
  prose: (words) =>
    `${words(20)}, *${words(2)}* and **${words(3)}**: "${words(5)}" -- [${words(2)}](https://example.com/${words(1)}), \`${words(1)}\` ${words(30)}.`,
  lists: (words) =>
    `- ${words(6)}\n- ${words(8)}\n  - ${words(5)}\n    1. ${words(4)}\n    2. ${words(7)}\n  - ${words(9)}\n- ${words(3)}`,
  tables: (words) =>
    `| ${words(1)} | ${words(2)} | ${words(1)} |\n|---|:--|--:|\n${lines(6, () => `| ${words(1)} | *${words(2)}* | ${words(3)} |`)}`,
  quotations: (words) => `> ${words(20)}\n> ${words(12)}\n>\n> > ${words(9)}\n> > ${words(14)}`,
  html: (words) =>
    `<div class="${words(1)}">\n  <p>${words(12)} <b>${words(2)}</b></p>\n  <img src="${words(1)}.png" alt="${words(2)}">\n</div>\n\n${words(5)} <span title="${words(2)}">${words(3)}</span> ${words(8)}.`,
  code: (words, number) =>
    `\`\`\`ruby\ndef ${words(1)}_${number}(${words(1)})\n  puts "${words(4)}" # ${words(3)}\nend\n\`\`\`\n\n    ${words(6)}\n    ${words(7)}`,
  'definition lists': (words) => `${words(2)}\n: ${words(14)}\n: ${words(9)}\n\n${words(1)}\n: ${words(20)}`,
  'attribute lists': (words, number) =>
    `## ${words(3)} {#${words(1)}-${number} .${words(1)}}\n\n${words(12)} *${words(2)}*{: .${words(1)}} ${words(6)}\n{: .${words(1)} title="${words(2)}"}`,
  footnotes: (words, number) =>
    `${words(12)}[^${number}] ${words(8)}.\n\n[^${number}]: ${words(15)}, *${words(3)}*.`,
};

/** Those of a blog, which mix all. */
const POSTS = 'posts';

/** As the table names them. */
export const MARKDOWN_KINDS: readonly string[] = [...Object.keys(ELEMENT_OF), POSTS];

/** Texts of a kind. */
export function markdownTexts(kind: string): string[] {
  if (kind === POSTS) return postBodies(COUNT);
  const element = ELEMENT_OF[kind]!;
  const words = wordsOf(randomNumbers(42));
  return Array.from(
    { length: COUNT },
    () => `${Array.from({ length: ELEMENTS }, (_, number) => element(words, number)).join('\n\n')}\n`,
  );
}

function lines(count: number, line: () => string): string {
  return Array.from({ length: count }, line).join('\n');
}
