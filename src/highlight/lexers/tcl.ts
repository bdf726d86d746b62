import { include, type Lexer, needs, rule, type StateEntry, type States, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

const keywords = wordSet(`
  after apply array break catch continue else elseif error eval expr for foreach global if namespace proc rename
  return set switch then trace unset update uplevel upvar variable vwait while
`);
const builtins = wordSet(`
  append bgerror binary cd chan clock close concat dde dict encoding eof exec exit fblocked fconfigure fcopy file
  fileevent flush format gets glob history http incr info interp join lappend lassign lindex linsert list llength
  load loadTk lrange lrepeat lreplace lreverse lsearch lset lsort mathfunc mathop memory msgcat open package pid
  pkg::create pkg_mkIndex platform platform::shell puts pwd re_syntax read refchan regexp registry regsub scan seek
  socket source split string subst tell time tm unknown unload
`);

interface Memory {
  /** How many braces the run is in. */
  depth: number;
  /** Braces in strings that are open: in a string they count, too. */
  inStrings: number;
}

/** What ends a word, or the command. A blank doesn't, in Rouge. */
const end = '[)\\]};\\n\\r\\t\\v]';
const noEnd = '[^)\\]};\\n\\r\\t\\v]';
const { Text, Punctuation, StringDouble, StringEscape } = Token;

/** Tcl. A closing brace closes the innermost open one, whatever else is open in it. */
export const tcl: Lexer<Memory> = {
  detect: (source) => ['tclsh', 'wish', 'jimsh'].some((program) => source.hasShebang(program)),
  start: () => ({ depth: 0, inStrings: 0 }),
  states: () => ({
    root: command('parameters'),
    parameters: [
      rule(/;/, Punctuation, '#pop'),
      rule(/\n/, Text, '#pop'),
      rule(/else|then/, Token.Keyword),
      include('word'),
      rule(/\s+/, Text),
      rule(new RegExp(`${noEnd}+`), Text),
    ],
    ...bracketStates('parenthesis', '\\)'),
    ...bracketStates('bracket', '\\]'),
    brace: command('parameters in brace'),
    'parameters in brace': [rule(/[)\]]/, Text), include('parameters')],

    word: [
      rule(/\{\*\}/, Token.Keyword),
      rule(/\}/, (run, [brace]) => {
        if (run.memory.depth === 0) run.token(Token.Error, brace);
        else closeBrace(run);
      }),
      include('substitution'),
      rule(/\{/, (run, [brace]) => {
        run.token(Punctuation, brace);
        run.memory.depth++;
        run.push('brace');
      }),
      rule(/\(/, Punctuation, 'parenthesis'),
      rule(/"/, StringDouble, 'string'),
      rule(new RegExp(`${noEnd}+?(?=[([{"\\\\])`), Text),
    ],
    substitution: [
      rule(/\[/, Punctuation, 'bracket'),
      rule(/\$[a-z0-9.:-]+/, Token.NameVariable),
      needs('}', rule(/\$\{[^}]*\}/, Token.NameVariable)),
      rule(/\$/, Text),
      rule(/\\(?:[0-7]{3}|x[\da-f]{2}|u[\da-f]{4}|[\s\S])/i, StringEscape),
    ],
    // A comment goes on after a backslash, and takes a blank line that follows.
    comment: [
      needs('\n', rule(/.*[^\\]\n/, Token.Comment, '#pop')),
      needs('\n', rule(/.*\\\n/, Token.Comment)),
    ],
    string: [
      rule(/"/, StringDouble, '#pop'),
      include('substitution'),
      rule(/[^\\[$"{}]+/, StringDouble),
      rule(/\{/, (run, [brace]) => {
        run.memory.inStrings++;
        run.token(StringDouble, brace);
      }),
      rule(/\}/, (run, [brace]) => {
        if (run.memory.inStrings === 0 && run.memory.depth > 0) return closeBrace(run);
        run.memory.inStrings--;
        return run.token(StringDouble, brace);
      }),
    ],
  }),
};

function command(parameters: string): StateEntry<Memory>[] {
  return [
    rule(/#/, Token.Comment, 'comment'),
    include('word'),
    rule(new RegExp(`(?=${end})`), Text, parameters),
    rule(new RegExp(`${noEnd}+`), (run, [word]) => run.token(classOf(word), word)),
  ];
}

/** The states between brackets: commands, and their parameters, in which other closing brackets are errors. */
function bracketStates(name: string, close: string): States<Memory> {
  const parameters = `parameters in ${name}`;
  return {
    [name]: [rule(new RegExp(close), Punctuation, '#pop'), ...command(parameters)],
    [parameters]: [
      rule(new RegExp(close), Punctuation, ['#pop', '#pop']),
      rule(/[)\]}]/, Token.Error),
      include('parameters'),
    ],
  };
}

function closeBrace(run: LexerRun<Memory>): void {
  while (!run.isState('brace')) run.pop();
  run.pop();
  run.memory.depth--;
  run.token(Punctuation, '}');
}

function classOf(word: string): Token {
  if (keywords.has(word)) return Token.Keyword;
  return builtins.has(word) ? Token.NameBuiltin : Text;
}
