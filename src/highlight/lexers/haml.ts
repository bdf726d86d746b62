import { strip } from '../../ruby/string.js';
import { include, type Lexer, rule } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { css } from './css.js';
import { erb } from './erb.js';
import { startBlock } from './indentation.js';
import { javascript } from './javascript.js';
import { markdown } from './markdown.js';
import { plaintext } from './plaintext.js';
import { ruby } from './ruby.js';
import {
  lexRuby,
  lexRubyLine,
  type RubyTemplate,
  rubyTemplateStates,
  startTemplate,
  textBeforeCode,
} from './ruby-template.js';
import { sass } from './sass.js';

type Run = LexerRun<RubyTemplate>;

const filters: ReadonlyMap<string, Lexer> = new Map<string, Lexer>([
  ['css', css],
  ['erb', erb],
  ['javascript', javascript],
  ['markdown', markdown],
  ['ruby', ruby],
  ['sass', sass],
]);

/** Any character of a line, which goes on in the next one after ` |` if that has one, too. */
const character = String.raw`(?: \|\n(?=.* \|)|.)`;
const name = String.raw`[\w:-]+`;
const variable = String.raw`[a-z]\w*`;

/** Haml. The option `filters[NAME]` gives the language of a filter. */
export const haml: Lexer<RubyTemplate> = {
  start: startTemplate,
  states: () => ({
    ...rubyTemplateStates,

    content: [
      include('class and id'),
      rule(new RegExp(`%${name}`), Token.NameTag, ['#pop', 'tag']),
      rule(new RegExp(`!!!${character}*\\n`), Token.NameNamespace, '#pop'),
      rule(
        new RegExp(`(/)(\\[${character}*?\\])(${character}*\\n)`),
        [Token.Comment, Token.CommentSpecial, Token.Comment],
        '#pop',
      ),
      rule(new RegExp(`/${character}*\\n`), (run, [comment]) => {
        run.token(Token.Comment, comment);
        startBlock(run, 'HTML comment');
      }),
      rule(new RegExp(`-#${character}*\\n`), (run, [comment]) => {
        run.token(Token.Comment, comment);
        startBlock(run, 'Haml comment');
      }),
      rule(/-/, startRubyLine),
      rule(new RegExp(`:(${character}*)\\n`), (run, [line, filter]) => {
        run.token(Token.NameDecorator, line);
        startBlock(run, 'filter block');
        run.memory.filter = startFilter(run, strip(filter!));
      }),
      include('code or text'),
    ],
    'class and id': [
      rule(new RegExp(`\\.${name}`), Token.NameClass, ['#pop', 'tag']),
      rule(new RegExp(`#${name}`), Token.NameFunction, ['#pop', 'tag']),
    ],
    tag: [
      include('class and id'),
      rule(/\{/, (run, [brace]) => {
        run.token(Token.Punctuation, brace);
        startRuby(run, 'braces');
      }),
      rule(new RegExp(`\\[${character}*?\\]`), lexRuby),
      rule(/\(/, Token.Punctuation, 'attributes'),
      rule(/\s*\n/, Token.Text, '#pop'),
      rule(/[<>]{1,2}(?=[ \t=])/, Token.Punctuation),
      include('code or text'),
    ],
    'code or text': [
      rule(/[&!]?==/, Token.Punctuation, 'text'),
      rule(/[&!]?[=!]/, startRubyLine),
      rule(/(?:)/, Token.Text, 'text'),
    ],
    text: [
      rule(textBeforeCode, (run, [text]) => run.delegate(run.memory.html, text)),
      include('interpolation'),
      include('line end'),
    ],

    'Ruby line': [
      rule(/\n/, Token.Text, '#pop'),
      rule(/,[ \t]*\n/, lexRuby),
      rule(/ \|[ \t]*\n/, Token.StringEscape),
      rule(/(?:)/, lexRubyLine(',')),
    ],

    attributes: [
      rule(/\s+/, Token.Text),
      rule(new RegExp(`${name}\\s*=`), Token.NameAttribute, 'attribute value'),
      rule(new RegExp(name), Token.NameAttribute),
      rule(/\)/, Token.Text, '#pop'),
    ],
    'attribute value': [
      rule(/\s+/, Token.Text),
      rule(new RegExp(variable), Token.NameVariable, '#pop'),
      rule(new RegExp(`@${variable}`), Token.NameVariableInstance, '#pop'),
      rule(new RegExp(`\\$${variable}`), Token.NameVariableGlobal, '#pop'),
      rule(/'(?:[^'\\\n]|\\\\|\\(?!\\)'?)*'/, Token.String, '#pop'),
      rule(/"(?:[^"\\\n]|\\\\|\\(?!\\)"?)*"/, Token.String, '#pop'),
    ],

    'HTML comment': [rule(new RegExp(`${character}+`), Token.Comment), include('line end')],
    'Haml comment': [rule(new RegExp(`${character}+`), Token.CommentPreproc), include('line end')],
    'line end': [
      rule(/\n/, (run, [end]) => {
        run.token(Token.Text, end);
        run.resetStack();
      }),
    ],
  }),
};

function startRuby(run: Run, state: string): void {
  run.memory.ruby = run.create(ruby, run.options);
  run.push(state);
}

function startRubyLine(run: Run, [mark]: RegExpExecArray): void {
  run.token(Token.Punctuation, mark);
  run.resetStack();
  startRuby(run, 'Ruby line');
}

function startFilter(run: Run, name: string): LexerRun | undefined {
  const language = run.options.get(`filters[${name}]`);
  const lexer = language === undefined ? filters.get(name) : (run.findLexer(language) ?? plaintext);
  if (lexer === undefined) return undefined;
  const filter = run.create(lexer, run.options);
  if (lexer === ruby) run.memory.ruby = filter;
  return filter;
}
