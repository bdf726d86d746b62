import { include, type Lexer, rule, when, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

const commands = wordSet(`
  add_compile_definitions add_compile_options add_custom_command add_custom_target add_definitions add_dependencies
  add_executable add_library add_link_options add_subdirectory add_test aux_source_directory break build_command
  build_name cmake_host_system_information cmake_language cmake_minimum_required cmake_parse_arguments cmake_policy
  configure_file create_test_sourcelist define_property else elseif enable_language enable_testing endforeach
  endfunction endif endmacro endwhile exec_program execute_process export export_library_dependencies file find_file
  find_library find_package find_path find_program fltk_wrap_ui foreach function get_cmake_property
  get_directory_property get_filename_component get_property get_source_file_property get_target_property
  get_test_property if include include_directories include_external_msproject include_guard include_regular_expression
  install install_files install_programs install_targets link_directories link_libraries list load_cache load_command
  macro make_directory mark_as_advanced math message option output_required_files project qt_wrap_cpp qt_wrap_ui remove
  remove_definitions return separate_arguments set set_directory_properties set_property set_source_files_properties
  set_target_properties set_tests_properties site_name source_group string subdir_depends subdirs
  target_compile_definitions target_compile_features target_compile_options target_include_directories
  target_link_directories target_link_libraries target_link_options target_precompile_headers target_sources try_compile
  try_run unset use_mangled_mesa utility_source variable_requires variable_watch while write_file
`);

/** How long the opening bracket was (`[==[`); the closing one is as long. */
interface Bracket {
  length: number;
}

const afterName = /\W/g;
const parenthesis = /(?<=\w)[ \t]*\(/g;

/** CMake. What follows a string is lexed one state further in, where everything goes on as before. */
export const cmake: Lexer<Bracket> = {
  start: () => ({ length: 0 }),
  states: () => ({
    root: [
      include('variable'),
      rule(/[ \t]/, Token.Text),
      rule(/[()]/, Token.Punctuation),
      rule(/#(\[=*\[)/, startBracket('bracket comment', Token.CommentMultiline)),
      rule(/(\[=*\[)/, startBracket('bracket string', Token.StringDouble)),
      rule(/\\"/, Token.Text),
      rule(/"/, Token.StringDouble, 'string'),
      when(
        (run) => run.meets(afterName, parenthesis),
        rule(/([A-Za-z_]\w*)([ \t]*)(\()/, (run, match) => {
          const name = commands.has(match[1]!) ? Token.NameBuiltin : Token.NameFunction;
          run.groups(match, name, Token.Text, Token.Punctuation);
        }),
      ),
      rule(/#.*/, Token.CommentSingle),
      anything(Token.Text),
    ],

    variable: [rule(/\$\{/, Token.StringInterpol, 'variable name')],
    'variable name': [
      include('variable'),
      rule(/\}/, Token.StringInterpol, '#pop'),
      anything(Token.NameVariable),
    ],

    string: [
      include('variable'),
      rule(/"/, Token.StringDouble, 'root'),
      rule(/\\[()#" \\$@^trn;]/, Token.StringEscape),
      anything(Token.StringDouble),
    ],
    'bracket string': [
      rule(/\]=*\]/, endBracket(Token.StringDouble)),
      include('variable'),
      anything(Token.StringDouble),
    ],
    'bracket comment': [rule(/\]=*\]/, endBracket(Token.CommentMultiline)), anything(Token.CommentMultiline)],
  }),
};

function anything(token: Token) {
  return rule<Bracket>(/[\s\S]/, token);
}

function startBracket(state: string, token: Token) {
  return (run: LexerRun<Bracket>, [start, bracket]: RegExpExecArray): void => {
    run.token(token, start);
    run.memory.length = bracket!.length;
    run.goto(state);
  };
}

function endBracket(token: Token) {
  return (run: LexerRun<Bracket>, [bracket]: RegExpExecArray): void => {
    run.token(token, bracket);
    if (bracket.length === run.memory.length) run.goto('root');
  };
}
