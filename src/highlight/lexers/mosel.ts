import { type Lexer, needs, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';

/** Words without regard to case, in small letters; those of modules are below. */
const keywords = wordSet(`
  and array as boolean break case count counter declarations div do dynamic elif else end evaluation exit forall
  forward from function if imports in include initialisations initializations integer inter is_binary is_continuous
  is_free is_integer is_partint is_semcont is_semint is_sos1 is_sos2 linctr list max min mod model mpvar next not of
  options or package parameters procedure prod public range real record repeat requirements set string sum then to
  union until uses version while with
`);
const builtins = wordSet(`
  abs arctan assert bitflip bitneg bitset bitshift bittest bitval ceil cos create currentdate currenttime cuthead
  cuttail delcell exists exit exp exportprob fclose fflush finalize findfirst findlast floor fopen fselect fskipline
  getact getcoeff getcoeffs getdual getfid getfirst getfname gethead getlast getobjval getparam getrcost getreadcnt
  getreverse getsize getslack getsol gettail gettype getvars iseof ishidden isodd ln log makesos1 makesos2 maxlist
  minlist publish random read readln reset reverse round setcoeff sethidden setioerr setname setparam setrandseed
  settype sin splithead splittail sqrt strfmt substr timestamp unpublish write writeln
`);

const solverFunctions = wordSet(`
  addmipsol basisstability calcsolinfo clearmipdir clearmodcut command copysoltoinit defdelayedrows defsecurevecs
  estimatemarginals fixglobal getbstat getdualray getiis getiissense getiistype getinfcause getinfeas getlb
  getloadedlinctrs getloadedmpvars getname getprimalray getprobstat getrange getsensrng getsize getsol getub getvars
  implies indicator isiisvalid isintegral loadbasis loadmipsol loadprob maximize minimize postsolve readbasis readdirs
  readsol refinemipsol rejectintsol repairinfeas resetbasis resetiis resetsol savebasis savemipsol savesol savestate
  selectsol setbstat setcallback setcbcutoff setgndata setlb setmipdir setmodcut setsol setub setucbdata stopoptimize
  unloadprob writebasis writedirs writeprob writesol xor
`);
const solverConstants = wordSet('XPRS_INF XPRS_OPT XPRS_OTH XPRS_UNB XPRS_UNF');
const solverParameters = wordSet(`
  xprs_colorder xprs_enumduplpol xprs_enummaxsol xprs_enumsols xprs_fullversion xprs_loadnames xprs_problem
  xprs_probname xprs_verbose
`);

/** Functions of the modules mmsystem and mmjobs, without regard to case. */
const functions = wordSet(`
  addmonths clearaliases compile connect copytext cuttext deltext detach disconnect dropnextevent endswith expandpath
  fcopy fdelete findfiles findtext findxsrvs fmove getaliases getannidents getannotations getasnumber getbanner
  getchar getclass getcwd getdate getday getdaynum getdays getdirsep getendparse getenv getexitcode getfromgid
  getfromid getfromuid getfsize getfstat getftime getgid gethostalias gethour getid getminute getmonth getmsec
  getnextevent getnode getpathsep getqtype getrmtid getsecond getsepchar getsize getstart getstatus getsucc getsysinfo
  getsysstat gettime gettmpdir gettrim getuid getvalue getweekday getyear inserttext isqueueempty isvalid load makedir
  makepath newtar newzip nextfield nullevent openpipe parseextn parseint parsereal parsetext pastetext pathmatch
  pathsplit peeknextevent qsort quote readtextline regmatch regreplace removedir removefiles reset resetmodpar run
  send setchar setcontrol setdate setday setdefstream setendparse setenv setgid sethostalias sethour setminute
  setmodpar setmonth setmsec setqtype setsecond setsepchar setstart setsucc settime settrim setuid setworkdir setyear
  sleep startswith stop system tarlist textfmt tolower toupper trim unload untar unzip wait waitfor ziplist
`);
const parameters = wordSet(`
  conntmpl datefmt datetimefmt defaultnode fsrvdelay fsrvnbiter fsrvport jobid keepalive monthnames nodenumber
  parentnumber sys_endparse sys_fillchar sys_pid sys_qtype sys_regcache sys_sepchar
`);

/** Mosel, the language of Xpress. */
export const mosel: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/!.*\n?/, Token.CommentSingle),
      needs('!)', rule(/\(!.*?!\)/s, Token.CommentMultiline)),
      rule(/"/, Token.StringDouble, 'double quoted'),
      rule(/'/, Token.StringSingle, 'single quoted'),
      rule(
        /(?:0[xX][\da-fA-F]*|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(?:L|l|UL|ul|u|U|F|f|ll|LL|ull|ULL)?/,
        Token.Number,
      ),
      rule(/[~@#$%^&*()+`={}[\]:;<>?,./|\\-]/, Token.Punctuation),
      rule(/[a-zA-Z_]\w*\b/, (run, [name]) => run.token(classOf(name, name.toLowerCase()), name)),
      rule(/[a-zA-Z_]\w*/, Token.Name),
    ],
    'single quoted': [rule(/'/, Token.StringSingle, '#pop'), rule(/[^']+/, Token.StringSingle)],
    'double quoted': [
      rule(/"/, Token.StringDouble, '#pop'),
      rule(/\\(?:["abfnrtv\\]|[0-7]{1,3}\D)/, Token.StringEscape),
      rule(/[^"]/, Token.StringDouble),
    ],
  }),
};

function classOf(name: string, lowerCase: string): Token {
  if (lowerCase === 'true' || lowerCase === 'false') return Token.NameBuiltin;
  if (keywords.has(lowerCase)) return Token.Keyword;
  if (builtins.has(name)) return Token.NameBuiltin;
  if (solverFunctions.has(name)) return Token.NameFunction;
  if (solverConstants.has(name)) return Token.NameConstant;
  if (solverParameters.has(lowerCase)) return Token.NameProperty;
  if (functions.has(lowerCase)) return Token.NameFunction;
  return parameters.has(name) ? Token.NameProperty : Token.Name;
}
