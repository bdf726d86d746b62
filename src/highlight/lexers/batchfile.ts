import { include, type Lexer, rule, type StateEntry, when, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

const devices = wordSet(`
  aux com1 com2 com3 com4 com5 com6 com7 com8 com9 con lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9 nul prn
`);
const keywords = wordSet('call do else exit for goto if in');
const operatorWords = wordSet('cmdextversion defined equ errorlevel exist geq gtr leq lss neq not');
const settings = wordSet('disable enabledelayedexpansion enableextensions off on');
const commands = wordSet(`
  addusers admodcmd ansicon arp assoc at attrib bcdboot bcdedit bitsadmin break browstat cacls cd certreq certutil
  change chcp chdir chkdsk chkntfs choice cidiag cipher cleanmgr clip cls cmd cmdkey color comp compact compress
  convert convertcp copy coreinfo csccmd cscript csvde curl date debug defrag del delprof deltree devcon diamond dir
  dirquota diruse diskpart diskshadow diskuse dism dnscmd doskey dpath driverquery dsacls dsadd dsget dsmgmt dsmod
  dsmove dsquery dsregcmd dsrm echo edlin endlocal erase eventcreate expand extract fc fdisk find findstr fltmc
  forfiles format freedisk fsutil ftp ftype getmac gpresult gpupdate graftabl help hostname icacls ifmember inuse
  ipconfig kill label lgpo lodctr logman logoff logtime makecab mapisend mbsacli md mem mkdir mklink mode more
  mountvol move moveuser msg mshta msiexec msinfo32 mstsc nbtstat net net1 netdom netsh netstat nlsinfo nltest now
  nslookup ntbackup ntdsutil ntoskrnl ntrights nvspbind openfiles path pathping pause perms ping pngout pnputil popd
  portqry powercfg print printbrm prncnfg prnmngr procdump prompt psexec psfile psgetsid psinfo pskill pslist
  psloggedon psloglist pspasswd psping psservice psshutdown pssuspend pushd qbasic qgrep qprocess query quser qwinsta
  rasdial rd recover reg reg1 regdump regedt32 regini regsvr32 ren rename replace reset restore rmdir rmtshare
  robocopy route rpcping run runas rundll32 sc scandisk schtasks setlocal setspn setx sfc share shellrunas shift
  shortcut shutdown sigcheck sleep slmgr sort start strings subinacl subst sysmon systeminfo takeown taskkill tasklist
  telnet tftp time timeout title tlist touch tracerpt tracert tree tscon tsdiscon tskill tttracer type typeperf tzutil
  undelete unformat ver verifier verify vmconnect vol vssadmin w32tm waitfor wbadmin wecutil wevtutil wget where
  whoami windiff winrm winrs wmic wpeutil wpr wscript wuauclt wusa xcopy
`);

const noSign = /[^%!]/g;
const nameAfterSign = /(?<=[%!])[a-z_$@#]/gi;
const noPercent = /[^%]/g;
const letterAfterPercent = /(?<=%)~?[a-z]/gi;

/** Windows' batch files. Only words in small letters are known; any other counts as a declaration. */
export const batchfile: Lexer = {
  states: () => ({
    root: [
      rule(/@?rem\b.*/i, Token.Comment),
      rule(/^::.*/, Token.Comment),
      rule(/:[a-z]+/i, Token.NameLabel),
      rule(/([a-z]\w*)(\.exe)?/i, lexWord),
      rule(/(?:[/+]|--?)[a-z]+\s*/i, Token.NameAttribute),
      include('variables'),
      rule(/[<>&|(){}[\]\-+=;,~?*]/, Token.Operator),

      rule(/\s+/, Token.Text),
      rule(/0x[\da-f]+/i, Token.NumberHex),
      rule(/\d/, Token.Number),
      rule(/"/, Token.StringDouble, 'double quoted'),
      rule(/'/, Token.StringSingle, 'single quoted'),
      rule(/`/, Token.StringBacktick, 'back-ticked'),
      rule(/[^\s&|()[\]{}^=;!%+\-,"'`~?*]+/, Token.Text),
      include('escape'),
    ],
    'double quoted': quoted('"', Token.StringDouble),
    'single quoted': quoted("'", Token.StringSingle),
    'back-ticked': quoted('`', Token.StringBacktick),

    escape: [rule(/\^[\s\S]/, Token.StringEscape)],
    variables: [
      when((run) => run.meets(noSign, nameAfterSign), rule(/[%!]+[a-z_$@#]+[%!]+/i, Token.NameVariable)),
      when(
        (run) => run.meets(noPercent, letterAfterPercent),
        rule(/%+~?[a-z]+\d?/i, Token.NameVariableMagic),
      ),
    ],
  }),
};

function quoted(quote: string, token: Token): StateEntry[] {
  return [
    include('escape'),
    rule(new RegExp(quote), token, '#pop'),
    include('variables'),
    rule(new RegExp(`[^^${quote}%!]+`), token),
  ];
}

function lexWord(run: LexerRun, match: RegExpExecArray): void {
  const word = match[1]!;
  if (commands.has(word)) run.token(Token.NameBuiltin, match[0]);
  else run.groups(match, classOf(word), Token.Error);
}

function classOf(word: string): Token {
  if (devices.has(word)) return Token.KeywordReserved;
  if (keywords.has(word)) return Token.Keyword;
  if (operatorWords.has(word)) return Token.OperatorWord;
  return settings.has(word) ? Token.NameAttribute : Token.KeywordDeclaration;
}
