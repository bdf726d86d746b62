import { escapePattern } from '../../ruby/escape-pattern.js';
import { strip } from '../../ruby/string.js';
import { include, type Lexer, needs, nonSpace, type Rule, rule, type States, when } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { html } from './html.js';
import { plaintext } from './plaintext.js';
import { entityEnds } from './xml.js';
import { yaml } from './yaml.js';

interface Parts {
  /** The lexer of all inline HTML of the text. */
  readonly html: LexerRun;
  /** The lexer of a fenced block that has no end. */
  fenced: LexerRun | undefined;
  /** What is known of the line that the run is in. */
  line: LineEnds;
}

/** Places on a line from which a mail address in angle brackets can be told without reading the line again. */
interface LineEnds {
  readonly text: string;
  readonly end: number;
  /** Last `>` of the line. */
  readonly bracket: number;
  /** Last `.` with something between it and that `>`. */
  readonly dot: number;
}

/** A character of a line, escaped or not. */
const character = String.raw`(?:\\.|[^\\\n])`;

/** Markdown as first described, with fenced code, whose language lexes it. */
export const markdown: Lexer<Parts> = {
  start: (run) => ({
    html: run.create(html, run.options),
    fenced: undefined,
    line: { text: '', end: -1, bracket: -1, dot: -1 },
  }),
  states: () => ({
    root: [include('blocks'), include('spans')],
    ...blocks,
    ...spans,
    ...links,
  }),
};

const blocks: States<Parts> = {
  blocks: [
    when(
      (run) => run.next(frontMatterEnd) !== Number.POSITIVE_INFINITY,
      rule(/---\s*\n.*?\n?(?<=\n)---\s*$\n?/s, (run, [text]) => run.delegate(yaml, text)),
    ),
    rule(/\\./, Token.StringEscape),
    rule(/^[\S ]+\n--+\n/, Token.GenericHeading),
    rule(/^[\S ]+\n==+\n/, Token.GenericSubheading),
    rule(/^#(?=[^#]).*/, Token.GenericHeading),
    rule(/^#+.*/, Token.GenericSubheading),
    needs('\n', rule(/^([ \t]*)(`{3,}|~{3,})([^\n]*\n)/, lexFence)),
    rule(/\n\n(?:(?: {4}|\t).*\n|\n)+/, Token.StringBacktick),
    rule(/`+/, lexCodeSpan),
    atMark('*', rule(/^(?:\s*\*){3,}\s*$/, Token.Punctuation)),
    atMark('-', rule(/^(?:\s*-){3,}\s*$/, Token.Punctuation)),
    atMark('*+-', rule(/^\s*[-*+](?=\s)/, Token.Punctuation)),
    atMark('0123456789', rule(/^\s*\d+\./, Token.Punctuation)),
    atMark('>', rule(/^\s*>.*/, Token.GenericTraceback)),
    atMark(
      '[',
      rule(
        new RegExp(`^(\\s*)(\\[)(${character}+?)(\\])(\\s*)(:)`),
        [Token.Text, Token.Punctuation, Token.StringSymbol, Token.Punctuation, Token.Text, Token.Punctuation],
        ['title', 'url'],
      ),
    ),
  ],
};

const frontMatterEnd = /\n---[ \t\r\f\v]*(?![^\n])/g;
/** Ends of links and of tags, where an even number of backslashes is before them. Looked at behind the end, not at every backslash. */
const linkTextEnd = /\](?=[[(])(?<=(?<!\\)(?:\\\\)*\])/g;
const tagEnd = />(?<=(?<!\\)(?:\\\\)*>)/g;

/** A rule for a block that starts, after white space, with one of these characters. */
function atMark(marks: string, inner: Rule<Parts>): Rule<Parts> {
  return when((run) => {
    const place = run.next(nonSpace);
    return place !== Number.POSITIVE_INFINITY && marks.includes(run.text[place]!);
  }, inner);
}

const spans: States<Parts> = {
  spans: [
    when(
      (run) => run.next(linkTextEnd) < run.next('\n'),
      rule(
        new RegExp(`(!?\\[)(${character}*?)(\\])(?=[[(])`),
        [Token.Punctuation, Token.NameVariable, Token.Punctuation],
        'link',
      ),
    ),
    when(
      (run) => run.meets(']', linkTextEndAnywhere),
      rule(/(!?\[)([^\]]*)(\])/, [Token.Punctuation, Token.NameVariable, Token.Punctuation], 'link'),
    ),

    rule(/\*{2}[^* \n][^*\n]*\*{2}/, Token.GenericStrong),
    rule(/\*{3}[^* \n][^*\n]*\*{3}/, Token.GenericEmphStrong),
    rule(new RegExp(`__${character}*?__`), Token.GenericStrong),
    rule(new RegExp(`\\*${character}*?\\*|_${character}*?_`), Token.GenericEmph),

    when(isMailAddress as (run: LexerRun) => boolean, rule(/<.*>/, Token.NameVariable)),
    when(tagEndsOnLine, rule(new RegExp(`<(?:https?|mailto|ftp)://${character}*?>`), Token.NameVariable)),
    rule(/[^\\`[*\n&<]+/, Token.Text),
    when(
      entityEnds,
      rule(/&\S*;/, (run, [text]) => run.delegate(run.memory.html, text)),
    ),
    when(
      tagEndsOnLine,
      rule(new RegExp(`<${character}*?>`), (run, [text]) => run.delegate(run.memory.html, text)),
    ),
    rule(/[&<[\n]/, Token.Text),
  ],
};

const linkTextEndAnywhere = /\](?=[[(])/g;

function tagEndsOnLine(run: LexerRun): boolean {
  return run.next(tagEnd) < run.next('\n');
}

/** Rouge's `<.*?@.+[.].+>`, decided without trying every `@` with every dot. */
function isMailAddress(run: LexerRun<Parts>): boolean {
  if (run.text[run.end] !== '<') return false;
  const at = run.next('@');
  const { memory } = run;
  if (run.end >= memory.line.end || memory.line.text !== run.text) memory.line = readLine(run);
  return at < memory.line.end && at + 2 <= memory.line.dot;
}

function readLine(run: LexerRun): LineEnds {
  const end = Math.min(run.next('\n'), run.text.length);
  const bracket = lastOnLine(run.text, '>', run.end, end - 1);
  return { text: run.text, end, bracket, dot: lastOnLine(run.text, '.', run.end, bracket - 2) };
}

function lastOnLine(text: string, character: string, from: number, to: number): number {
  for (let place = to; place >= from; place--) if (text[place] === character) return place;
  return -1;
}

const links: States<Parts> = {
  link: [
    rule(
      new RegExp(`(\\[)(${character}*?)(\\])`),
      [Token.Punctuation, Token.StringSymbol, Token.Punctuation],
      '#pop',
    ),
    rule(/\(/, Token.Punctuation, ['inline title', 'inline url']),
    rule(/[ \t]+/, Token.Text),
    rule(/(?:)/, Token.Text, '#pop'),
  ],
  url: [
    rule(/[ \t]+/, Token.Text),
    rule(new RegExp(`(<)(${character}*?)(>)`), [Token.NameTag, Token.StringOther, Token.NameTag], '#pop'),
    rule(/\S+/, Token.StringOther, '#pop'),
  ],
  'inline url': [rule(/[^<\s)]+/, Token.StringOther, '#pop'), rule(/\s+/, Token.Text), include('url')],
  title: [
    rule(new RegExp(`"${character}*?"|'${character}*?'|\\(${character}*?\\)`), Token.NameNamespace),
    rule(/\s*(?=["'()])/, Token.Text),
    rule(/(?:)/, Token.Text, '#pop'),
  ],
  'inline title': [rule(/\)/, Token.Punctuation, '#pop'), include('title')],
};

/** A fenced block: up to its end if it has one, else line by line. */
function lexFence(run: LexerRun<Parts>, [, indent, fence, info]: RegExpExecArray): void {
  const closing = `\n${indent}${fence}`;
  const end = run.next(closing);
  const body = end === Number.POSITIVE_INFINITY ? undefined : run.readTo(end);
  const name = strip(info!);
  const fenced =
    run.createNamed(name === '' ? 'guess' : name, body ?? '') ??
    run.create(plaintext, new Map([['token', 'Literal.String.Backtick']]));
  run.token(Token.Text, indent);
  run.token(Token.Punctuation, fence);
  run.token(Token.NameLabel, info);
  if (body !== undefined) {
    run.delegate(fenced, body);
    run.token(Token.Text, run.readTo(end + closing.length - fence!.length));
    run.token(Token.Punctuation, run.readTo(end + closing.length));
    return;
  }
  run.memory.fenced = fenced;
  run.pushMade(`unclosed ${fence}`, () => [
    rule(new RegExp(`^([ \\t]*)(${escapePattern(fence!)})`), [Token.Text, Token.Punctuation], '#pop'),
    rule(/^.*\n/, (run, [line]) => run.delegate(run.memory.fenced!, line)),
  ]);
}

/**
 * A code span: from so many backticks to the next such run, with one character at least between them. Where there is
 * no such run, fewer of the backticks open it; where none do, the first one is an error.
 */
function lexCodeSpan(run: LexerRun<Parts>, [ticks]: RegExpExecArray): void {
  const start = run.end - ticks.length;
  const end = codeSpanEnd(run.text, start, ticks.length);
  run.end = Math.max(end, start + 1);
  run.token(end === -1 ? Token.Error : Token.StringBacktick, run.text.slice(start, run.end));
}

function codeSpanEnd(text: string, start: number, ticks: number): number {
  const inside = Math.floor((ticks - 1) / 2);
  const ends: number[] = [];
  let longest = 0;
  for (let place = start + ticks; place < text.length && longest < ticks; ) {
    if (text[place] === '\\') {
      if (place + 1 >= text.length || text[place + 1] === '\n') break;
      place += 2;
    } else if (text[place] === '`') {
      const from = place;
      while (text[place] === '`') place++;
      for (let length = longest + 1; length <= Math.min(place - from, ticks); length++)
        ends[length] = from + length;
      longest = Math.max(longest, Math.min(place - from, ticks));
    } else place++;
  }
  if (longest === 0 && inside === 0) return -1;
  return longest > inside ? ends[longest]! : start + 2 * inside + 1;
}
