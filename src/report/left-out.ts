/** What is left out of a site, in words. */
import type { LeftOut, LeftOutReason } from '../model/left-out.js';

/** Whether a summary tells of it, how, and what a file of it is told; `%` stands for how many. */
interface Words {
  /** For one and for several; `null` for what an author does on purpose, again and again. */
  readonly summary: readonly [one: string, several: string] | null;
  /** Which of them a summary counts. Default: all. */
  readonly surprises?: (leftOut: LeftOut) => boolean;
  readonly sentence: (leftOut: LeftOut) => string;
  /** What to do about it. */
  readonly next: (leftOut: LeftOut) => string;
}

/** In the order in which a summary has them. */
const WORDS: Readonly<Record<LeftOutReason, Words>> = {
  future: {
    summary: ['% future (--future)', '% future (--future)'],
    sentence: ({ detail }) => `its date, ${detail}, is to come`,
    next: () => 'Build with --future to see it.',
  },
  draft: {
    summary: ['% draft (--drafts)', '% drafts (--drafts)'],
    sentence: () => 'it is a draft',
    next: () => 'Build with --drafts to see it, or `utterson publish` it.',
  },
  unpublished: {
    summary: ['% unpublished (--unpublished)', '% unpublished (--unpublished)'],
    sentence: () => 'it says `published: false`',
    next: () => 'Build with --unpublished to see it.',
  },
  limit: {
    summary: ['% post beyond limit_posts', '% posts beyond limit_posts'],
    sentence: () => 'there are enough newer posts for limit_posts',
    next: () => 'Build without limit_posts to see it.',
  },
  'no-date': {
    summary: ['% post without a date in its name', '% posts without a date in their names'],
    sentence: () => 'the name of a post must begin with its date',
    next: ({ path }) => `Rename it to YYYY-MM-DD-${path.slice(path.lastIndexOf('/') + 1)}.`,
  },
  'no-post': {
    summary: ['% file among posts that is none', '% files among posts that are none'],
    sentence: () => 'in a folder of posts nothing but posts is looked at',
    next: () => 'Move it to another folder, such as `assets`.',
  },
  'impossible-date': {
    summary: ['% post of a day that is in no calendar', '% posts of days that are in no calendar'],
    sentence: ({ detail }) => `the day in its name is in no calendar, and counts as ${detail}`,
    next: () => 'Rename it.',
  },
  unclosed: {
    summary: ['front matter that never ends in % file', 'front matter that never ends in % files'],
    sentence: () => 'its front matter never ends, and so is text',
    next: () => 'End it with a line of three dashes, `---`.',
  },
  late: {
    summary: [
      'front matter that does not come first in % file',
      'front matter that does not come first in % files',
    ],
    sentence: () => 'something stands before its front matter, which so is text',
    next: () => 'The first line must be three dashes, `---`, and nothing else.',
  },
  broken: {
    summary: [
      'front matter or text that cannot be read in % file',
      'front matter or text that cannot be read in % files',
    ],
    sentence: () => 'its front matter, or its text, cannot be read',
    next: () => '`utterson build` shows where.',
  },
  conflict: {
    summary: ['% file whose place another one has', '% files whose places others have'],
    sentence: ({ detail }) => `${detail} has the same place`,
    next: () => 'Give one of them another `permalink`.',
  },
  'no-front-matter': {
    summary: [
      '% Markdown file without front matter, copied as it is',
      '% Markdown files without front matter, copied as they are',
    ],
    // README, LICENSE and the like are for whoever finds the repository.
    surprises: ({ path }) => !/(?:^|\/)[A-Z][A-Z_-]+(?:\.[^./]+)*\.[^./]+$/.test(path),
    sentence: () => 'it has no front matter, and is copied as it is',
    next: () => 'Begin it with two lines of three dashes, `---`, to make it a page.',
  },
  'no-output': {
    summary: null,
    sentence: ({ detail }) => `its collection '${detail}' is not written`,
    next: ({ detail }) => `Set \`output: true\` for it, under \`collections\` and \`${detail}\`.`,
  },
  excluded: {
    summary: null,
    sentence: ({ detail }) => `\`exclude\` keeps it out: ${detail}`,
    next: () => 'Name it under `include` in the configuration.',
  },
  'special-name': {
    summary: ['% name that begins with _ (include)', '% names that begin with _ (include)'],
    // Dot files and editors' files are nothing to show, and parts of style sheets are read by those that name them.
    surprises: ({ path }) => /(?:^|\/)_[^/]*$/.test(path) && !/\.s[ac]ss$/.test(path),
    sentence: ({ path }) => `names like ${path.slice(path.lastIndexOf('/') + 1)} are passed over`,
    next: () => 'Name it under `include` in the configuration.',
  },
  outside: {
    summary: null,
    sentence: () => 'it is a link out of the site, which `safe` forbids',
    next: () => 'Copy what it leads to.',
  },
};

/** How many files are left out for which reasons, for one line; `''` for none that nobody knows of. */
export function summarizeLeftOut(leftOut: readonly LeftOut[]): string {
  const parts = Object.entries(WORDS).flatMap(([reason, words]) => {
    const count = leftOut.filter((one) => one.reason === reason && isSurprise(one, words)).length;
    if (count === 0 || words.summary === null) return [];
    return [words.summary[count === 1 ? 0 : 1].replace('%', String(count))];
  });
  return parts.join(', ');
}

function isSurprise(one: LeftOut, { summary, surprises }: Words): boolean {
  return summary !== null && (surprises?.(one) ?? true);
}

/** Those that a summary counts, in its order. */
export function surprising(leftOut: readonly LeftOut[]): readonly LeftOut[] {
  return Object.entries(WORDS).flatMap(([reason, words]) =>
    leftOut.filter((one) => one.reason === reason && isSurprise(one, words)),
  );
}

/** Why a file is left out, e.g. `it is a draft`. */
export function whyLeftOut(leftOut: LeftOut): string {
  return WORDS[leftOut.reason].sentence(leftOut);
}

/** What to do about it, a sentence. */
export function remedyFor(leftOut: LeftOut): string {
  return WORDS[leftOut.reason].next(leftOut);
}

/**
 * The file and why it is left out, for one line.
 *
 * @param locate the path as the user finds it
 */
export function leftOutLine(leftOut: LeftOut, locate: (path: string) => string): string {
  const { path, line } = leftOut;
  const place = line === undefined ? locate(path) : `${locate(path)}:${line}`;
  return `${place}: ${whyLeftOut(leftOut)}`;
}
