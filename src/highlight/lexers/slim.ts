import { include, type Lexer, rule, when } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { coffeescript } from './coffeescript.js';
import { css } from './css.js';
import { erb } from './erb.js';
import { startBlock } from './indentation.js';
import { javascript } from './javascript.js';
import { markdown } from './markdown.js';
import { ruby } from './ruby.js';
import {
  lexRuby,
  lexRubyLine,
  type RubyTemplate,
  rubyTemplateStates,
  startTemplate,
} from './ruby-template.js';
import { sass } from './sass.js';
import { scss } from './scss.js';
import { entityEnds } from './xml.js';

type Run = LexerRun<RubyTemplate>;

const filters: ReadonlyMap<string, Lexer> = new Map<string, Lexer>([
  ['coffee', coffeescript],
  ['css', css],
  ['erb', erb],
  ['javascript', javascript],
  ['markdown', markdown],
  ['ruby', ruby],
  ['sass', sass],
  ['scss', scss],
]);

/** Any character of a line, which goes on in the next one after a backslash. */
const character = String.raw`(?:\\\n|.)`;
const rubyName = '[\\w!?@$]+';

const afterName = /[^\w-]/g;
const equalsSign = /(?<=[\w-])[ \t-\r]*=/g;
const lineEnd = /(?<!\\)\n/g;

const entity = when<RubyTemplate>(entityEnds, rule(/&\S*?;/, Token.NameEntity));
const htmlTag = /<\/?[\w\s='"]+\/?>/;

/** Slim. In the text of a tag, names with `=` are attributes and dots start classes wherever they stand, as in Rouge. */
export const slim: Lexer<RubyTemplate> = {
  start: startTemplate,
  states: () => ({
    ...rubyTemplateStates,

    content: [
      include('class and id'),
      rule(new RegExp(`/${character}*`), Token.Comment, 'line end'),
      rule(/(doctype)(\s+)(.*)/, [Token.NameNamespace, Token.Whitespace, Token.Text], '#pop'),
      rule(/(\w*):\s*\n/, (run, [line, filter]) => {
        run.token(Token.NameDecorator, line);
        startBlock(run, 'filter block');
        run.memory.filter = startFilter(run, filter!);
      }),
      rule(/[|'](?=\s)/, (run, [mark]) => {
        run.token(Token.Punctuation, mark);
        startBlock(run, 'text block');
        run.goto('text block');
      }),
      rule(/-|==?/, Token.Punctuation, 'Ruby line'),
      rule(new RegExp(`(\\*)(${rubyName}(?:\\(.*?\\))?)`), lexSplat, 'tag'),
      rule(htmlTag, lexHtml, '#pop'),
      rule(/\w+/, Token.NameTag, 'tag'),
    ],
    'class and id': [
      rule(/\.[\w-]*/, Token.NameClass, ['#pop', 'tag']),
      rule(/#[a-zA-Z][\w:-]*/, Token.NameFunction, ['#pop', 'tag']),
    ],
    tag: [
      include('class and id'),
      include('line end'),
      include('interpolation'),
      rule(/[<>]/, Token.Punctuation),
      rule(/\s/, Token.Whitespace),
      rule(new RegExp(`(\\*)(${rubyName})`), lexSplat),
      when(
        (run) => run.next('}') < run.next(lineEnd),
        rule(new RegExp(`(\\*)(\\{${character}+?\\})`), lexSplat),
      ),
      when(
        (run) => run.meets(afterName, equalsSign),
        rule(
          /([\w-]+)(\s*)(=)/,
          [Token.NameAttribute, Token.Whitespace, Token.Punctuation],
          'attribute value',
        ),
      ),
      rule(new RegExp(`(=)(${character}+)`), lexSplat),
      entity,
      rule(new RegExp(character), Token.Text),
    ],
    'attribute value': [
      rule(new RegExp(`\\s*(['"])${character}*?\\1`), Token.String, '#pop'),
      rule(new RegExp(`${rubyName}(?:\\(.*?\\))?`), lexRuby, '#pop'),
      rule(/\s+/, Token.Whitespace),
    ],

    'Ruby line': [
      include('line end'),
      rule(/[,\\]\s*\n/, lexRuby),
      rule(/ \|[ \t]*\n/, Token.StringEscape),
      rule(/(?:)/, lexRubyLine(',\\')),
    ],
    'text block': [
      include('interpolation'),
      rule(htmlTag, lexHtml),
      entity,
      rule(new RegExp(character), Token.Text),
      include('line end'),
    ],
    'line end': [
      rule(/\n/, (run, [end]) => {
        run.token(Token.Text, end);
        run.resetStack();
      }),
    ],
  }),
};

/** Ruby behind a mark. */
function lexSplat(run: Run, [, mark, code]: RegExpExecArray): void {
  run.token(Token.Punctuation, mark);
  run.delegate(run.memory.ruby, code!);
}

function lexHtml(run: Run, [tag]: RegExpExecArray): void {
  run.delegate(run.memory.html, tag);
}

function startFilter(run: Run, name: string): LexerRun | undefined {
  const lexer = filters.get(name);
  if (lexer === undefined) return undefined;
  const filter = run.create(lexer, run.options);
  if (lexer === ruby) run.memory.ruby = filter;
  return filter;
}
