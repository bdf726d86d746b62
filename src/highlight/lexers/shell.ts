import { include, type Lexer, rule, words } from '../lexer.js';
import { Token } from '../tokens.js';
import { type HereDocument, heredocLine, startHereDocument } from './here-document.js';

const keywords = words(
  'if fi else while do done for then return function select continue until esac elif in',
);

const builtins = words(`
  alias bg bind break builtin caller cd command compgen complete declare dirs disown enable eval exec exit export false
  fc fg getopts hash help history jobs let local logout mapfile popd pushd pwd read readonly set shift shopt source
  suspend test time times trap true type typeset ulimit umask unalias unset wait

  arch awk b2sum base32 base64 basename cat chcon chgrp chmod chown chroot cksum comm cp csplit cut date dd df dir
  dircolors dirname du echo env expand expr factor fmt fold grep groups gunzip gzip head hostid hostname id install
  join kill link ln logname ls md5sum mkdir mkfifo mknod mktemp mv nice nl nohup nproc numfmt od paste pathchk pr
  printenv printf ptx readlink realpath rm rmdir runcon sed seq sha1sum sha224sum sha256sum sha384sum sha512sum shred
  shuf sleep sort split stat stdbuf stty sudo sum sync tac tail tar tee timeout touch tr truncate tsort tty uname
  unexpand uniq unlink uptime users vdir wc who whoami yes
`);

/** Shells of Bourne's family. Knows no commands from arguments: a builtin's name is one wherever it stands. */
export const shell: Lexer<HereDocument> = {
  detect: (source) => source.hasShebang('(?:ba|z|k)?sh') || /^#(?:compdef|autoload)/.test(source.text),
  start: () => ({ end: '' }),
  states: () => ({
    root: [include('basic'), include('data')],

    basic: [
      rule(/#.*/, Token.Comment),
      rule(new RegExp(`${keywords}\\s*\\b`), Token.Keyword),
      rule(/case\b/, Token.Keyword, 'case'),
      rule(new RegExp(`${builtins}\\s*\\b(?![.-])`), Token.NameBuiltin),
      rule(/\.(?=\s)/, Token.NameBuiltin),
      rule(/(\w+)(=)/, [Token.NameVariable, Token.Operator]),
      rule(/[[\]{}()!=>]|&&|\|\|/, Token.Operator),
      rule(/<<</, Token.Operator),
      rule(/(<<-?)(\s*)(['"]?)(\\?)(\w+)(\3)/, startHereDocument),
    ],

    heredoc: [
      rule(/\n/, Token.StringHeredoc, 'heredoc line'),
      rule(/[^$\n\\]+/, Token.StringHeredoc),
      include('expansion'),
      rule(/\$/, Token.StringHeredoc),
    ],
    'heredoc line': heredocLine(),

    'double quoted': [
      rule(/(?:\$#?)?"/, Token.StringDouble, '#pop'),
      include('expansion'),
      rule(/[^"`\\$]+/, Token.StringDouble),
    ],
    'ansi string': [
      rule(/\\./, Token.StringEscape),
      rule(/[^\\']+/, Token.StringSingle),
      include('single quoted'),
    ],
    'single quoted': [rule(/'/, Token.StringSingle, '#pop'), rule(/[^']+/, Token.StringSingle)],

    data: [
      rule(/\s+/, Token.Text),
      rule(/\\./, Token.StringEscape),
      rule(/\$?"/, Token.StringDouble, 'double quoted'),
      rule(/\$'/, Token.StringSingle, 'ansi string'),
      rule(/'/, Token.StringSingle, 'single quoted'),
      rule(/\*/, Token.Keyword),
      rule(/;/, Token.Punctuation),
      rule(/--?[\w-]+/, Token.NameTag),
      rule(/[^=*\s{}()$"'`;\\<]+|</, Token.Text),
      include('expansion'),
    ],

    expansion: [
      rule(/\\(?:$|.)/, Token.StringEscape),
      rule(/\$\(\(/, Token.Keyword, 'arithmetic'),
      rule(/\$\(/, Token.StringInterpol, 'command substitution'),
      rule(/\$\{#?/, Token.Keyword, 'parameter'),
      rule(/`/, Token.StringBacktick, 'backticks'),
      rule(/\$#?(?:\w+|.)/, Token.NameVariable),
    ],
    parameter: [
      rule(/\}/, Token.Keyword, '#pop'),
      rule(/:-/, Token.Keyword),
      rule(/\w+/, Token.NameVariable),
      rule(/[^}:"`'$]+/, Token.Punctuation),
      include('root'),
    ],
    'command substitution': [
      rule(/\)/, Token.StringInterpol, '#pop'),
      rule(/\(/, Token.Operator, 'parentheses'),
      include('root'),
    ],
    parentheses: [rule(/\(/, Token.Operator, '#push'), rule(/\)/, Token.Operator, '#pop'), include('root')],
    arithmetic: [
      rule(/\)\)/, Token.Keyword, '#pop'),
      rule(/[-+*/%^|&!]/, Token.Operator),
      rule(/\d+(?:#\w+)?/, Token.Number),
      include('root'),
    ],
    backticks: [rule(/`/, Token.StringBacktick, '#pop'), include('root')],

    case: [
      rule(/esac\b/, Token.Keyword, '#pop'),
      rule(/\|/, Token.Punctuation),
      rule(/\)/, Token.Punctuation, 'case commands'),
      include('root'),
    ],
    'case commands': [rule(/;;/, Token.Punctuation, '#pop'), include('root')],
  }),
};
