import { type Lexer, rule, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

const keywords = wordSet('break continue elif else endforeach endif false foreach if true');
const objects = wordSet('build_machine host_machine meson target_machine');
const functions = wordSet(`
  add_global_arguments add_global_link_arguments add_languages add_project_arguments add_project_link_arguments
  add_test_setup alias_target assert benchmark both_libraries build_target configuration_data configure_file custom_target
  declare_dependency dependency disabler environment error executable files find_library find_program generator get_option
  get_variable gettext import include_directories install_data install_headers install_man install_subdir is_disabler
  is_variable jar join_paths library message option project run_command run_target set_variable shared_library
  shared_module static_library subdir subdir_done subproject summary test vcs_tag warning
`);

/** The string that is open: the quotes that end it, and whether code may stand in it. */
interface OpenString {
  quotes: string;
  hasCode: boolean;
}

const name = String.raw`[\p{Alphabetic}_][\p{Alphabetic}\p{Nd}_]*`;

/** Meson's build files. Before a colon, only a name's last character counts as the name of an argument, as in Rouge. */
export const meson: Lexer<OpenString> = {
  start: () => ({ quotes: '', hasCode: false }),
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/#.*\n?/, Token.CommentSingle),
      rule(/[[\]{}:(),;.]/, Token.Punctuation),
      rule(/\\\n?/, Token.Text),
      rule(/(?:in|and|or|not)\b/, Token.OperatorWord),
      rule(/[-+/*%=<>]=?|!=/, Token.Operator),
      rule(/(f?)('''|')/i, (run, [, prefix, quotes]) => {
        run.token(Token.StringAffix, prefix);
        run.token(Token.String, quotes);
        run.memory.quotes = quotes!;
        run.memory.hasCode = prefix !== '';
        run.push('string');
      }),
      rule(new RegExp(`${name}\\b\\s*(?=\\()`), (run, [text]) =>
        run.token(functions.has(text) ? Token.NameBuiltin : Token.Name, text),
      ),
      rule(new RegExp(`${name}(?!\\s*:)`), lexName),
      rule(new RegExp(name), Token.Name),
      rule(/0b(?:_?[01])+/i, Token.NumberBin),
      rule(/0o(?:_?[0-7])+/i, Token.NumberOct),
      rule(/0x(?:_?[a-f\d])+/i, Token.NumberHex),
      rule(/[1-9](?:_?\d)*|0(?:_?0)*/, Token.NumberInteger),
    ],

    string: [
      rule(/[^'\\@]+/, Token.String),
      rule(/'''|'/, (run, [quotes]) => {
        run.token(Token.String, quotes);
        if (quotes === run.memory.quotes) run.pop();
      }),
      rule(/(?=\\)/, Token.Text, 'escape'),
      rule(/@/, (run, [mark]) => {
        run.token(run.memory.hasCode ? Token.StringInterpol : Token.String, mark);
        if (run.memory.hasCode) run.push('interpolation');
      }),
    ],
    escape: [
      rule(
        /\\(?:[\\abfnrtv']|N\{[a-zA-Z][a-zA-Z ]+[a-zA-Z]\}|u[a-fA-F\d]{4}|U[a-fA-F\d]{8}|x[a-fA-F\d]{2}|[0-7]{1,3})/,
        Token.StringEscape,
        '#pop',
      ),
      rule(/\\./, Token.String, '#pop'),
    ],
    interpolation: [
      rule(/[^@]+/, (run, [code]) => run.recurse(code)),
      rule(/@/, Token.StringInterpol, '#pop'),
    ],
  }),
};

function lexName(run: LexerRun<OpenString>, [text]: RegExpExecArray): void {
  if (objects.has(text)) run.token(Token.NameBuiltin, text);
  else run.token(keywords.has(text) ? Token.Keyword : Token.Name, text);
}
