import { include, type Lexer, rule, when } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

const anchor = String.raw`[\p{L}\p{Nl}\p{Nd}_-]+`;

/**
 * YAML 1.2. Block structure is followed by columns as in Rouge's lexer: a stack of the indentations that are open, and
 * the column that the next block on this line would have.
 */
export const yaml: Lexer<Indentation> = {
  detect: ({ text }) => /^\s*%YAML/.test(text),
  start: () => new Indentation(),
  states: () => ({
    root: [
      include('comment'),
      rule(/\n+/, Token.Text),
      rule(/ +(?=#|$)/, Token.Text),
      rule(/^%YAML\b/, startDocument(Token.NameTag, 'version directive')),
      rule(/^%TAG\b/, startDocument(Token.NameTag, 'tag directive')),
      rule(/^(?:---|\.\.\.)(?= |$)/, startDocument(Token.NameNamespace, 'line')),
      rule(/ *(?!\s|$)/, (run, [spaces]) => {
        startLine(run, spaces);
        run.push('line');
        run.push('line start');
      }),
    ],

    comment: [rule(/#.*/, Token.CommentSingle)],

    'rest of directive': [include('comment'), rule(/ +/, Token.Text), rule(/\n/, Token.Text, '#pop')],
    'version directive': [
      rule(/( +)(\d+\.\d+)/, (run, match) => {
        run.groups(match, Token.Text, Token.Number);
        run.goto('rest of directive');
      }),
    ],
    'tag directive': [
      rule(
        /( +)(!(?:[\w-]*!)?)( +)(!(?![\w;/?:@&=+$,.!~*'()[\]%-])|!?[\w;/?:@&=+$,.!~*'()[\]%-]+)/,
        (run, match) => {
          run.groups(match, Token.Text, Token.KeywordType, Token.Text, Token.KeywordType);
          run.goto('rest of directive');
        },
      ),
    ],

    'line start': [
      rule(/\s*?\n/, Token.Text, ['#pop', '#pop']),
      rule(/ +(?=[-:?](?: |$))/, (run, [spaces]) => {
        run.token(Token.Text, spaces);
        run.memory.next += spaces.length;
      }),
      rule(/[-:?](?= |$)/, (run, [indicator]) => {
        run.memory.open();
        run.memory.next += indicator.length;
        run.token(Token.PunctuationIndicator, indicator);
      }),
      rule(/ */, (run, [spaces]) => {
        run.token(Token.Text, spaces);
        run.memory.next += spaces.length;
        run.pop();
      }),
    ],

    line: [
      rule(/ *(?=#|$)/, Token.Text, '#pop'),
      rule(/ +/, Token.Text),
      include('properties'),
      include('block nodes'),
      include('flow nodes'),
      rule(/(?=[^ \t\n\r\f\v?:,[\]{}#&*!|>'"%@`]|[-:?][^ \t\n\r\f\v])/, Token.NameVariable, 'plain scalar'),
    ],

    'block nodes': [
      when(
        (run) => run.next(keyEnd) < run.next(notInKey),
        rule(/([^#,?[\]{}"'\n]+)(:)(?=\s|$)/, (run, match) => {
          run.groups(match, Token.NameAttribute, Token.PunctuationIndicator);
          run.memory.open();
        }),
      ),
      rule(/[|>][-+]?/, Token.PunctuationIndicator, ['block scalar', 'block scalar header']),
    ],

    properties: [
      rule(/!<[\w;/?:@&=+$,.!~*'()[\]%-]+>/, Token.KeywordType),
      rule(/(?:![\w-]+)?![\w;/?:@&=+$,.!~*'()[\]%-]*/, Token.KeywordType),
      rule(new RegExp(`&${anchor}`), Token.NameLabel),
      rule(new RegExp(`\\*${anchor}`), Token.NameVariable),
    ],

    'flow nodes': [
      rule(/\[/, Token.PunctuationIndicator, 'flow sequence'),
      rule(/\{/, Token.PunctuationIndicator, 'flow mapping'),
      rule(/'/, Token.StringSingle, 'single quoted'),
      rule(/"/, Token.StringDouble, 'double quoted'),
    ],
    'flow sequence': [rule(/\]/, Token.PunctuationIndicator, '#pop'), include('flow content')],
    'flow mapping': [rule(/\}/, Token.PunctuationIndicator, '#pop'), include('flow content')],
    'flow content': [
      rule(/\s+/, Token.Text),
      include('comment'),
      rule(/[?:,]/, Token.PunctuationIndicator),
      include('properties'),
      include('flow nodes'),
      rule(/(?=[^ \t\n\r\f\v?:,[\]{}#&*!|>'"%@`])/, Token.NameVariable, 'flow plain scalar'),
    ],
    'flow plain scalar': [
      rule(/ *(?=[,:?[\]{}])/, Token.Text, '#pop'),
      rule(/ +(?=#)/, Token.Text, '#pop'),
      rule(/^ +/, Token.Text),
      rule(/ +$/, Token.Text),
      rule(/\n+/, Token.Text),
      rule(/ +/, Token.NameVariable),
      rule(/[^\s,:?[\]{}]+/, Token.NameVariable),
    ],

    'block scalar header': [
      rule(/(?:([1-9])[-+]?|[-+]?([1-9])?)(?= |$)/, (run, [header, before, after]) => {
        const { memory } = run;
        memory.scalar = undefined;
        run.goto('rest of directive');
        if (header === '') return;
        const depth = before ?? after;
        if (depth !== undefined) memory.scalar = memory.current + Number(depth);
        run.token(Token.PunctuationIndicator, header);
      }),
    ],
    'block scalar': [
      rule(/\n+/, Token.Text),
      rule(/^ +$/, (run, [spaces]) => {
        const margin = run.memory.scalar ?? spaces.length;
        run.token(Token.Text, spaces.slice(0, margin));
        run.token(Token.NameConstant, spaces.slice(margin));
      }),
      rule(/^ */, (run, [spaces]) => {
        run.token(Token.Text, spaces);
        const { memory } = run;
        const margin = memory.scalar ?? memory.current;
        memory.scalar ??= spaces.length;
        if (spaces.length >= margin) return;
        memory.close(spaces.length);
        run.goto('line start');
      }),
      rule(/[^\n\r\f\v]+/, Token.String),
    ],

    'quoted space': [
      rule(/^ +/, Token.Text),
      rule(/ +$/, Token.Text),
      rule(/\n+/, Token.Text),
      rule(/ +/, Token.NameVariable),
    ],
    'single quoted': [
      include('quoted space'),
      rule(/\\'/, Token.StringEscape),
      rule(/'/, Token.String, '#pop'),
      rule(/[^\s']+/, Token.String),
    ],
    'double quoted': [
      rule(/"/, Token.String, '#pop'),
      include('quoted space'),
      rule(/\\[0abt\tnvfre "\\N_LP]/, Token.StringEscape),
      rule(/\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})/, Token.StringEscape),
      rule(/[^ \t\n\r\f\v"\\]+/, Token.String),
    ],

    'plain scalar': [
      rule(/ *(?=:[ \n]|:$)/, Token.Text, '#pop'),
      rule(/ *:\S+/, Token.String),
      rule(/ +(?=#)/, Token.Text, '#pop'),
      rule(/ +$/, Token.Text),
      rule(/\n+/, Token.Text, 'plain scalar line start'),
      rule(/ +/, Token.String),
      rule(/(?:true|false|null)\b/, Token.KeywordConstant),
      rule(/\d+(?:\.\d+)?(?=\r?\n| +#)/, Token.Number, '#pop'),
      rule(/[^\s:]+/, Token.String),
    ],
    'plain scalar line start': [
      rule(/^ +\n/, Token.Text),
      rule(/\n+/, Token.Text),
      rule(/^(?=---|\.\.\.)/, (run) => run.pop(3)),
      rule(/^ */, (run, [spaces]) => {
        run.token(Token.Text, spaces);
        run.pop();
        if (spaces.length > run.memory.current) return;
        run.pop();
        run.memory.close(spaces.length);
        run.push('line start');
      }),
    ],
  }),
};

const keyEnd = /:(?![^ \t-\r])/g;
const notInKey = /[#,?[\]{}"'\n]/g;

/** Columns of the blocks that are open. */
export class Indentation {
  private columns = [0];
  /** Column of what comes next on this line. */
  next = 0;
  /** Margin of the block scalar, once known. */
  scalar: number | undefined;

  get current(): number {
    return this.columns[this.columns.length - 1]!;
  }

  /** Opens a block at the place reached, unless one of that depth is open. */
  open(): void {
    if (this.current < this.next) this.columns.push(this.next);
  }

  /** Starts a line with so many spaces: deeper blocks end. Says whether some did. */
  close(spaces: number): boolean {
    this.next = spaces;
    if (spaces >= this.current) return false;
    while (spaces < this.current) this.columns.pop();
    return true;
  }
}

function startLine(run: LexerRun<Indentation>, spaces: string): void {
  const margin = run.memory.close(spaces.length) ? run.memory.current : spaces.length;
  run.token(Token.Text, spaces.slice(0, margin));
  run.token(Token.Error, spaces.slice(margin));
}

function startDocument(token: Token, state: string) {
  return (run: LexerRun<Indentation>, [mark]: RegExpExecArray): void => {
    run.token(token, mark);
    run.memory = new Indentation();
    run.push(state);
  };
}
