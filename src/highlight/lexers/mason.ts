import { include, type Lexer, needs, rule } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { perl } from './perl.js';
import { templateParent } from './template-parent.js';

interface Parts {
  readonly template: LexerRun;
  /** Perl, which goes on from one piece to the next. */
  readonly code: LexerRun;
}

const textBlocks = '(?:text|doc)';
const perlBlocks = '(?:args|flags|attr|init|once|shared|perl|cleanup|filter)';
const components = '(?:def|method)';

/** What a block's content ends at: a closing tag that has no quote right before it. */
const contentEnd = /[^"]<\/%/g;

/** HTML::Mason: HTML, or the language of the option `parent`, with Perl in tags and in lines that begin with `%`. */
export const mason: Lexer<Parts> = {
  start: (run) => ({ template: templateParent(run), code: run.create(perl) }),
  states: () => ({
    root: [
      rule(/\s+/, Token.Whitespace),
      rule(new RegExp(`<%${textBlocks}>`, 'i'), Token.CommentPreproc, 'text block'),
      rule(new RegExp(`<%${perlBlocks}>`, 'i'), Token.CommentPreproc, 'Perl block'),
      needs(
        '>',
        rule(
          new RegExp(`(<%${components})([^>]*)(>)`, 'i'),
          [Token.CommentPreproc, Token.Name, Token.CommentPreproc],
          'component block',
        ),
      ),
      rule(/^(%)(.*)/, (run, [, mark, code]) => {
        run.token(Token.CommentPreproc, mark);
        run.delegate(run.memory.code, code!);
      }),
      rule(/<%/, Token.CommentPreproc, 'expression'),
      rule(/<&\|/, Token.CommentPreproc, ['component content', 'component call']),
      rule(/<&/, Token.CommentPreproc, 'component call'),
      rule(/.+?(?=<\/?[&%]|^[%#])|.+/s, (run, [text]) => run.delegate(run.memory.template, text)),
    ],

    'text block': [...blockStart(textBlocks), needs(contentEnd, rule(/.*?[^"](?=<\/%)/s, Token.Comment))],
    'Perl block': [...blockStart(perlBlocks), needs(contentEnd, rule(/.*?[^"](?=<\/%)/s, lexPerl))],
    'component block': [...blockStart(components), include('root')],
    'component content': [rule(/<\/&>/, Token.CommentPreproc, '#pop'), include('root')],
    'component call': [rule(/&>/, Token.CommentPreproc, '#pop'), needs('&>', rule(/.*?(?=&>)/s, lexPerl))],
    expression: [rule(/%>/, Token.CommentPreproc, '#pop'), needs('%>', rule(/.*?(?=%>)/s, lexPerl))],
  }),
};

function blockStart(names: string) {
  return [
    rule<Parts>(new RegExp(`</%${names}>`, 'i'), Token.CommentPreproc, '#pop'),
    rule<Parts>(/\s+/, Token.Whitespace),
    rule<Parts>(/^#.*/, Token.Comment),
  ];
}

function lexPerl(run: LexerRun<Parts>, [code]: RegExpExecArray): void {
  run.delegate(run.memory.code, code);
}
