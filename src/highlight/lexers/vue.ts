import { include, type Lexer, rule } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { css } from './css.js';
import { html } from './html.js';
import { javascript } from './javascript.js';
import { plaintext } from './plaintext.js';

interface Parts {
  /** What `script` holds, whatever its `lang` says. */
  readonly script: LexerRun;
  /** What is in `{{ }}`, from its start. */
  interpolation: LexerRun;
  /** The language of the section that the run is in. Each piece of it is lexed afresh. */
  section: Lexer;
  content: LexerRun | undefined;
}

const sectionLanguages = ['html', 'css', 'javascript', 'sass', 'scss', 'coffee'];

/** Vue's single-file components: HTML at the top level, and sections with languages of their own. */
export const vue: Lexer<Parts> = {
  start: (run) => ({
    script: run.create(javascript, run.options),
    interpolation: run.create(javascript, run.options),
    section: html,
    content: undefined,
  }),
  states() {
    const outer = html.states();
    const closing = (name: string) =>
      rule<Parts>(
        new RegExp(`(<\\s*/\\s*)(${name})(\\s*>)`),
        [Token.NameTag, Token.Keyword, Token.NameTag],
        '#pop',
      );
    return {
      ...outer,
      root: [
        rule(/(<)(\s*)(template)/, startSection('template', html)),
        rule(/(<)(\s*)(style)/, startSection('style section', css)),
        rule(/(<)(\s*)(script)/, startSection('script section', javascript)),
        ...outer['root']!,
      ],
      tag: [rule(/[\w:#[\]()*.-]{1,500}\s*=\s*/, Token.NameAttribute, 'attribute value'), ...outer['tag']!],
      'section tag': [
        rule(/(lang\s*=)(\s*)("(?:\\.|[^\\])*?"|'(?:\\.|[^\\])*?'|[^\s>]+)/, chooseLanguage),
        include('tag'),
      ],

      'style section': [
        closing('style'),
        rule(/[^<]+|</, (run, [text]) => run.delegate(run.memory.section, text)),
      ],
      'script section': [
        closing('script'),
        rule(/[^<]+|</, (run, [text]) => run.delegate(run.memory.script, text)),
      ],
      template: [
        closing('template'),
        rule(/\{\{/, (run, [braces]) => {
          run.token(Token.StringInterpol, braces);
          run.memory.interpolation = run.create(javascript, run.options);
          run.push('interpolation');
        }),
        rule(/[^{<]+|[<{][^<{]*/, (run, [text]) => run.delegate(run.memory.section, text)),
      ],
      interpolation: [
        rule(/\}\}/, Token.StringInterpol, '#pop'),
        rule(/\}/, Token.Error),
        rule(/\{/, (run, [brace]) => {
          run.delegate(run.memory.interpolation, brace);
          run.push();
        }),
        rule(/[^{}]+/, (run, [text]) => run.delegate(run.memory.interpolation, text)),
      ],
    };
  },
};

function startSection(state: string, language: Lexer) {
  return (run: LexerRun<Parts>, match: RegExpExecArray): void => {
    run.groups(match, Token.NameTag, Token.Text, Token.Keyword);
    run.memory.section = language;
    run.push(state);
    run.push('section tag');
  };
}

function chooseLanguage(run: LexerRun<Parts>, match: RegExpExecArray): void {
  run.groups(match, Token.NameAttribute, Token.Text, Token.String);
  const name = match[3]!.toLowerCase().replace(/["']/g, '');
  run.memory.section = (sectionLanguages.includes(name) ? run.findLexer(name) : null) ?? plaintext;
}
