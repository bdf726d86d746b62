import type { Lexer } from './lexer.js';
import { abap } from './lexers/abap.js';
import { actionscript } from './lexers/actionscript.js';
import { ada } from './lexers/ada.js';
import { apache } from './lexers/apache.js';
import { apex } from './lexers/apex.js';
import { apiblueprint } from './lexers/apiblueprint.js';
import { applescript } from './lexers/applescript.js';
import { armasm } from './lexers/armasm.js';
import { augeas } from './lexers/augeas.js';
import { awk } from './lexers/awk.js';
import { batchfile } from './lexers/batchfile.js';
import { bbcbasic } from './lexers/bbcbasic.js';
import { bibtex } from './lexers/bibtex.js';
import { bicep } from './lexers/bicep.js';
import { biml } from './lexers/biml.js';
import { bpf } from './lexers/bpf.js';
import { brainfuck } from './lexers/brainfuck.js';
import { brightscript } from './lexers/brightscript.js';
import { bsl } from './lexers/bsl.js';
import { c } from './lexers/c.js';
import { ceylon } from './lexers/ceylon.js';
import { cfscript } from './lexers/cfscript.js';
import { ciscoIos } from './lexers/cisco-ios.js';
import { clean } from './lexers/clean.js';
import { clojure } from './lexers/clojure.js';
import { cmake } from './lexers/cmake.js';
import { cmhg } from './lexers/cmhg.js';
import { cobol } from './lexers/cobol.js';
import { codeowners } from './lexers/codeowners.js';
import { coffeescript } from './lexers/coffeescript.js';
import { commonLisp } from './lexers/common-lisp.js';
import { conf } from './lexers/conf.js';
import { console } from './lexers/console.js';
import { coq } from './lexers/coq.js';
import { cpp } from './lexers/cpp.js';
import { crystal } from './lexers/crystal.js';
import { csharp } from './lexers/csharp.js';
import { css } from './lexers/css.js';
import { csvs } from './lexers/csvs.js';
import { cuda } from './lexers/cuda.js';
import { cypher } from './lexers/cypher.js';
import { cython } from './lexers/cython.js';
import { d } from './lexers/d.js';
import { dafny } from './lexers/dafny.js';
import { dart } from './lexers/dart.js';
import { datastudio } from './lexers/datastudio.js';
import { diff } from './lexers/diff.js';
import { digdag } from './lexers/digdag.js';
import { docker } from './lexers/docker.js';
import { dot } from './lexers/dot.js';
import { ecl } from './lexers/ecl.js';
import { eex } from './lexers/eex.js';
import { eiffel } from './lexers/eiffel.js';
import { elixir } from './lexers/elixir.js';
import { elm } from './lexers/elm.js';
import { email } from './lexers/email.js';
import { epp } from './lexers/epp.js';
import { erb } from './lexers/erb.js';
import { erlang } from './lexers/erlang.js';
import { escapeLexer } from './lexers/escape.js';
import { factor } from './lexers/factor.js';
import { fluent } from './lexers/fluent.js';
import { fortran } from './lexers/fortran.js';
import { freefem } from './lexers/freefem.js';
import { fsharp } from './lexers/fsharp.js';
import { gdscript } from './lexers/gdscript.js';
import { ghcCmm } from './lexers/ghc-cmm.js';
import { ghcCore } from './lexers/ghc-core.js';
import { gherkin } from './lexers/gherkin.js';
import { gjs } from './lexers/gjs.js';
import { glsl } from './lexers/glsl.js';
import { go } from './lexers/go.js';
import { gradle } from './lexers/gradle.js';
import { graphql } from './lexers/graphql.js';
import { groovy } from './lexers/groovy.js';
import { gts } from './lexers/gts.js';
import { hack } from './lexers/hack.js';
import { haml } from './lexers/haml.js';
import { handlebars } from './lexers/handlebars.js';
import { haskell } from './lexers/haskell.js';
import { haxe } from './lexers/haxe.js';
import { hcl } from './lexers/hcl.js';
import { hlsl } from './lexers/hlsl.js';
import { hocon } from './lexers/hocon.js';
import { hql } from './lexers/hql.js';
import { html } from './lexers/html.js';
import { http } from './lexers/http.js';
import { hylang } from './lexers/hylang.js';
import { idlang } from './lexers/idlang.js';
import { idris } from './lexers/idris.js';
import { iecst } from './lexers/iecst.js';
import { igorpro } from './lexers/igorpro.js';
import { ini } from './lexers/ini.js';
import { io } from './lexers/io.js';
import { irb, irbOutput } from './lexers/irb.js';
import { isabelle } from './lexers/isabelle.js';
import { isbl } from './lexers/isbl.js';
import { j } from './lexers/j.js';
import { janet } from './lexers/janet.js';
import { java } from './lexers/java.js';
import { javascript } from './lexers/javascript.js';
import { jinja } from './lexers/jinja.js';
import { jsl } from './lexers/jsl.js';
import { json } from './lexers/json.js';
import { jsonDoc } from './lexers/json-doc.js';
import { json5 } from './lexers/json5.js';
import { jsonnet } from './lexers/jsonnet.js';
import { jsp } from './lexers/jsp.js';
import { jsx } from './lexers/jsx.js';
import { julia } from './lexers/julia.js';
import { kotlin } from './lexers/kotlin.js';
import { lasso } from './lexers/lasso.js';
import { lean } from './lexers/lean.js';
import { liquid } from './lexers/liquid.js';
import { literateCoffeescript } from './lexers/literate-coffeescript.js';
import { literateHaskell } from './lexers/literate-haskell.js';
import { livescript } from './lexers/livescript.js';
import { llvm } from './lexers/llvm.js';
import { lua } from './lexers/lua.js';
import { lustre } from './lexers/lustre.js';
import { lutin } from './lexers/lutin.js';
import { m68k } from './lexers/m68k.js';
import { magik } from './lexers/magik.js';
import { make } from './lexers/make.js';
import { markdown } from './lexers/markdown.js';
import { mason } from './lexers/mason.js';
import { mathematica } from './lexers/mathematica.js';
import { matlab } from './lexers/matlab.js';
import { meson } from './lexers/meson.js';
import { minizinc } from './lexers/minizinc.js';
import { mojo } from './lexers/mojo.js';
import { moonscript } from './lexers/moonscript.js';
import { mosel } from './lexers/mosel.js';
import { msgtrans } from './lexers/msgtrans.js';
import { mxml } from './lexers/mxml.js';
import { nasm } from './lexers/nasm.js';
import { nesasm } from './lexers/nesasm.js';
import { nginx } from './lexers/nginx.js';
import { nial } from './lexers/nial.js';
import { nim } from './lexers/nim.js';
import { nix } from './lexers/nix.js';
import { objectiveC } from './lexers/objective-c.js';
import { objectiveCpp } from './lexers/objective-cpp.js';
import { ocaml } from './lexers/ocaml.js';
import { ocl } from './lexers/ocl.js';
import { openedge } from './lexers/openedge.js';
import { opentypeFeatureFile } from './lexers/opentype-feature-file.js';
import { p4 } from './lexers/p4.js';
import { pascal } from './lexers/pascal.js';
import { perl } from './lexers/perl.js';
import { php } from './lexers/php.js';
import { plaintext } from './lexers/plaintext.js';
import { plist } from './lexers/plist.js';
import { plsql } from './lexers/plsql.js';
import { pony } from './lexers/pony.js';
import { postscript } from './lexers/postscript.js';
import { powershell } from './lexers/powershell.js';
import { praat } from './lexers/praat.js';
import { prolog } from './lexers/prolog.js';
import { prometheus } from './lexers/prometheus.js';
import { properties } from './lexers/properties.js';
import { protobuf } from './lexers/protobuf.js';
import { puppet } from './lexers/puppet.js';
import { python } from './lexers/python.js';
import { q } from './lexers/q.js';
import { qml } from './lexers/qml.js';
import { r } from './lexers/r.js';
import { racket } from './lexers/racket.js';
import { reasonml } from './lexers/reasonml.js';
import { rego } from './lexers/rego.js';
import { rescript } from './lexers/rescript.js';
import { rml } from './lexers/rml.js';
import { robotFramework } from './lexers/robot-framework.js';
import { ruby } from './lexers/ruby.js';
import { rust } from './lexers/rust.js';
import { sas } from './lexers/sas.js';
import { sass } from './lexers/sass.js';
import { scala } from './lexers/scala.js';
import { scheme } from './lexers/scheme.js';
import { scss } from './lexers/scss.js';
import { sed } from './lexers/sed.js';
import { shell } from './lexers/shell.js';
import { sieve } from './lexers/sieve.js';
import { slice } from './lexers/slice.js';
import { slim } from './lexers/slim.js';
import { smalltalk } from './lexers/smalltalk.js';
import { smarty } from './lexers/smarty.js';
import { sml } from './lexers/sml.js';
import { sparql } from './lexers/sparql.js';
import { sqf } from './lexers/sqf.js';
import { sql } from './lexers/sql.js';
import { ssh } from './lexers/ssh.js';
import { stan } from './lexers/stan.js';
import { stata } from './lexers/stata.js';
import { supercollider } from './lexers/supercollider.js';
import { svelte } from './lexers/svelte.js';
import { swift } from './lexers/swift.js';
import { systemd } from './lexers/systemd.js';
import { syzlang } from './lexers/syzlang.js';
import { syzprog } from './lexers/syzprog.js';
import { tap } from './lexers/tap.js';
import { tcl } from './lexers/tcl.js';
import { terraform } from './lexers/terraform.js';
import { tex } from './lexers/tex.js';
import { toml } from './lexers/toml.js';
import { tsx } from './lexers/tsx.js';
import { ttcn3 } from './lexers/ttcn3.js';
import { tulip } from './lexers/tulip.js';
import { turtle } from './lexers/turtle.js';
import { twig } from './lexers/twig.js';
import { typescript } from './lexers/typescript.js';
import { vala } from './lexers/vala.js';
import { vb } from './lexers/vb.js';
import { vcl } from './lexers/vcl.js';
import { velocity } from './lexers/velocity.js';
import { verilog } from './lexers/verilog.js';
import { vhdl } from './lexers/vhdl.js';
import { viml } from './lexers/viml.js';
import { vue } from './lexers/vue.js';
import { wollok } from './lexers/wollok.js';
import { xml } from './lexers/xml.js';
import { xojo } from './lexers/xojo.js';
import { xpath } from './lexers/xpath.js';
import { xquery } from './lexers/xquery.js';
import { yaml } from './lexers/yaml.js';
import { yang } from './lexers/yang.js';
import { zig } from './lexers/zig.js';

/** A language of Rouge 4.7. */
export interface Language {
  /** Rouge's tag, e.g. `objective_c`. */
  readonly name: string;
  /** For people, e.g. `Objective-C`. */
  readonly title: string;
  /** Other names that users may write, e.g. `objc`. Case counts. */
  readonly aliases: readonly string[];
  /** Globs of file names, e.g. `*.mm`. */
  readonly fileNames: readonly string[];
  readonly lexer: Lexer;
}

function language(name: string, title: string, aliases: string, fileNames: string, lexer: Lexer): Language {
  return { name, title, aliases: list(aliases), fileNames: list(fileNames), lexer };
}

function list(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ');
}

/** All languages, by name. */
// biome-ignore format: a table, one language a line
export const languages: readonly Language[] = [
  language('abap', 'ABAP', '', '*.abap', abap),
  language('actionscript', 'ActionScript', 'as as3', '*.as', actionscript),
  language('ada', 'Ada', '', '*.ada *.ads *.adb *.adc *.gpr', ada),
  language('apache', 'Apache', '', '.htaccess httpd.conf', apache),
  language('apex', 'Apex', '', '*.cls', apex),
  language('apiblueprint', 'API Blueprint', 'apib', '*.apib', apiblueprint),
  language('applescript', 'AppleScript', '', '*.applescript *.scpt', applescript),
  language('armasm', 'ArmAsm', '', '*.s', armasm),
  language('augeas', 'Augeas', 'aug', '*.aug', augeas),
  language('awk', 'Awk', '', '*.awk', awk),
  language('batchfile', 'Batchfile', 'bat batch dosbatch winbatch', '*.bat *.cmd', batchfile),
  language('bbcbasic', 'BBCBASIC', '', '*,fd1', bbcbasic),
  language('bibtex', 'BibTeX', 'bib', '*.bib', bibtex),
  language('bicep', 'Bicep', '', '*.bicep', bicep),
  language('biml', 'BIML', '', '*.biml', biml),
  language('bpf', 'BPF', '', '', bpf),
  language('brainfuck', 'Brainfuck', 'bf', '*.b *.bf', brainfuck),
  language('brightscript', 'BrightScript', 'bs brs', '*.brs', brightscript),
  language('bsl', '1C (BSL)', '', '*.bsl *.os', bsl),
  language('c', 'C', '', '*.c *.h *.idc', c),
  language('ceylon', 'Ceylon', '', '*.ceylon', ceylon),
  language('cfscript', 'CFScript', 'cfc', '*.cfc', cfscript),
  language('cisco_ios', 'Cisco IOS', '', '*.cfg', ciscoIos),
  language('clean', 'Clean', '', '*.dcl *.icl', clean),
  language('clojure', 'Clojure', 'clj cljs', '*.clj *.cljs *.cljc build.boot *.edn', clojure),
  language('cmake', 'CMake', '', 'CMakeLists.txt *.cmake', cmake),
  language('cmhg', 'CMHG', '', '*.cmhg', cmhg),
  language('cobol', 'COBOL', '', '*.cob *.cbl *.cpy *.cpb', cobol),
  language('codeowners', 'CODEOWNERS', '', 'CODEOWNERS', codeowners),
  language('coffeescript', 'CoffeeScript', 'coffee coffee-script', '*.coffee Cakefile', coffeescript),
  language('common_lisp', 'Common Lisp', 'cl common-lisp elisp emacs-lisp lisp', '*.cl *.lisp *.asd *.el', commonLisp),
  language('conf', 'Config File', 'config configuration', '*.conf *.config', conf),
  language('console', 'Console', 'terminal shell_session shell-session', '*.cap', console),
  language('coq', 'Coq', '', '', coq),
  language('cpp', 'C++', 'c++', '*.cpp *.hpp *.c++ *.h++ *.cc *.hh *.cxx *.hxx *.pde *.ino *.tpp *.h', cpp),
  language('crystal', 'Crystal', 'cr', '*.cr', crystal),
  language('csharp', 'C#', 'c# cs', '*.cs', csharp),
  language('css', 'CSS', '', '*.css', css),
  language('csvs', 'csvs', '', '*.csvs', csvs),
  language('cuda', 'CUDA', '', '*.cu *.cuh', cuda),
  language('cypher', 'Cypher', '', '*.cypher', cypher),
  language('cython', 'Cython', 'pyx pyrex', '*.pyx *.pxd *.pxi', cython),
  language('d', 'D', 'dlang', '*.d *.di', d),
  language('dafny', 'Dafny', '', '*.dfy', dafny),
  language('dart', 'Dart', '', '*.dart', dart),
  language('datastudio', 'Datastudio', '', '*.job', datastudio),
  language('diff', 'diff', 'patch udiff', '*.diff *.patch', diff),
  language('digdag', 'digdag', '', '*.dig', digdag),
  language('docker', 'Docker', 'dockerfile Dockerfile containerfile Containerfile', 'Dockerfile Dockerfile.* *.Dockerfile *.docker Containerfile Containerfile.* *.Containerfile', docker),
  language('dot', 'DOT', 'graphviz', '*.dot', dot),
  language('ecl', 'ECL', '', '*.ecl', ecl),
  language('eex', 'EEX', 'leex heex', '*.eex *.leex *.heex', eex),
  language('eiffel', 'Eiffel', '', '*.e', eiffel),
  language('elixir', 'Elixir', 'exs', '*.ex *.exs', elixir),
  language('elm', 'Elm', '', '*.elm', elm),
  language('email', 'Email', 'eml e-mail', '*.eml', email),
  language('epp', 'EPP', '', '*.epp', epp),
  language('erb', 'ERB', 'eruby rhtml', '*.erb *.erubis *.rhtml *.eruby', erb),
  language('erlang', 'Erlang', 'erl', '*.erl *.hrl', erlang),
  language('escape', 'Escape', 'esc', '', escapeLexer),
  language('factor', 'Factor', '', '*.factor', factor),
  language('fluent', 'Fluent', 'ftl', '*.ftl', fluent),
  language('fortran', 'Fortran', '', '*.f *.f90 *.f95 *.f03 *.f08 *.F *.F90 *.F95 *.F03 *.F08', fortran),
  language('freefem', 'FreeFEM', 'ff', '*.edp *.idp', freefem),
  language('fsharp', 'FSharp', '', '*.fs *.fsi *.fsx', fsharp),
  language('gdscript', 'GDScript', 'gd', '*.gd', gdscript),
  language('ghc-cmm', 'GHC Cmm (C--)', 'cmm', '*.cmm *.dump-cmm *.dump-cmm-*', ghcCmm),
  language('ghc-core', 'GHC Core', '', '*.dump-simpl *.dump-cse *.dump-ds *.dump-spec', ghcCore),
  language('gherkin', 'Gherkin', 'cucumber behat', '*.feature', gherkin),
  language('gjs', 'Template Tag (gjs)', '', '*.gjs', gjs),
  language('glsl', 'GLSL', '', '*.glsl *.frag *.vert *.geom *.vs *.gs *.shader', glsl),
  language('go', 'Go', 'golang', '*.go', go),
  language('gradle', 'Gradle', '', '*.gradle', gradle),
  language('graphql', 'Graphql', '', '*.graphql *.gql', graphql),
  language('groovy', 'Groovy', 'nextflow nf', '*.groovy Jenkinsfile *.Jenkinsfile *.nf', groovy),
  language('gts', 'Template Tag (gts)', '', '*.gts', gts),
  language('hack', 'Hack', 'hh', '*.php *.hh', hack),
  language('haml', 'Haml', 'HAML', '*.haml', haml),
  language('handlebars', 'Handlebars', 'hbs mustache', '*.handlebars *.hbs *.mustache', handlebars),
  language('haskell', 'Haskell', 'hs', '*.hs *.hs-boot', haskell),
  language('haxe', 'Haxe', 'hx', '*.hx', haxe),
  language('hcl', 'Hashicorp Configuration Language', '', '*.hcl *.nomad', hcl),
  language('hlsl', 'HLSL', '', '*.hlsl *.hlsli', hlsl),
  language('hocon', 'HOCON', '', '*.hocon', hocon),
  language('hql', 'HQL', '', '*.hql', hql),
  language('html', 'HTML', '', '*.htm *.html *.xhtml *.cshtml *.razor', html),
  language('http', 'HTTP', '', '', http),
  language('hylang', 'HyLang', 'hy', '*.hy', hylang),
  language('idlang', 'IDL', '', '*.idl', idlang),
  language('idris', 'Idris', 'idr', '*.idr', idris),
  language('iecst', 'IEC 61131-3 Structured Text', '', '*.awl *.scl *.st', iecst),
  language('igorpro', 'IgorPro', '', '*.ipf', igorpro),
  language('ini', 'INI', '', '*.ini *.INI *.gitconfig *.cfg .editorconfig *.inf', ini),
  language('io', 'Io', '', '*.io', io),
  language('irb', 'Irb', 'pry', '', irb),
  language('irb_output', 'Irb_output', '', '', irbOutput),
  language('isabelle', 'Isabelle', 'isa Isabelle', '*.thy', isabelle),
  language('isbl', 'ISBL', '', '*.isbl', isbl),
  language('j', 'J', '', '*.ijs *.ijt', j),
  language('janet', 'Janet', 'jdn', '*.janet *.jdn', janet),
  language('java', 'Java', '', '*.java', java),
  language('javascript', 'JavaScript', 'js', '*.cjs *.js *.mjs', javascript),
  language('jinja', 'Jinja', 'django', '', jinja),
  language('jsl', 'JSL', '', '*.jsl', jsl),
  language('json', 'JSON', '', '*.json Pipfile.lock', json),
  language('json-doc', 'Json-doc', 'jsonc', '', jsonDoc),
  language('json5', 'JSON 5', '', '*.json5', json5),
  language('jsonnet', 'Jsonnet', '', '*.jsonnet *.libsonnet', jsonnet),
  language('jsp', 'Jsp', '', '*.jsp', jsp),
  language('jsx', 'JSX', 'react', '*.jsx', jsx),
  language('julia', 'Julia', 'jl', '*.jl', julia),
  language('kotlin', 'Kotlin', '', '*.kt *.kts', kotlin),
  language('lasso', 'Lasso', 'lassoscript', '*.lasso *.lasso[89]', lasso),
  language('lean', 'Lean', '', '*.lean', lean),
  language('liquid', 'Liquid', '', '*.liquid', liquid),
  language('literate_coffeescript', 'Literate CoffeeScript', 'litcoffee', '*.litcoffee', literateCoffeescript),
  language('literate_haskell', 'Literate Haskell', 'lithaskell lhaskell lhs', '*.lhs', literateHaskell),
  language('livescript', 'LiveScript', 'ls', '*.ls', livescript),
  language('llvm', 'LLVM', '', '*.ll', llvm),
  language('lua', 'Lua', '', '*.lua *.wlua', lua),
  language('lustre', 'Lustre', '', '*.lus', lustre),
  language('lutin', 'Lutin', '', '*.lut', lutin),
  language('m68k', 'M68k', '', '', m68k),
  language('magik', 'Magik', '', '*.magik', magik),
  language('make', 'Make', 'makefile mf gnumake bsdmake', '*.make *.mak *.mk Makefile makefile Makefile.* GNUmakefile *,fe1', make),
  language('markdown', 'Markdown', 'md mkd', '*.markdown *.md *.mkd', markdown),
  language('mason', 'Mason', '', '*.mi *.mc *.mas *.m *.mhtml *.mcomp autohandler dhandler', mason),
  language('mathematica', 'Mathematica', 'wl wolfram', '*.m *.wl', mathematica),
  language('matlab', 'MATLAB', 'm', '*.m', matlab),
  language('meson', 'Meson', '', 'meson.build meson_options.txt', meson),
  language('minizinc', 'MiniZinc', '', '*.mzn *.fzn *.dzn', minizinc),
  language('mojo', 'Mojo', '', '*.mojo *.🔥', mojo),
  language('moonscript', 'MoonScript', 'moon', '*.moon', moonscript),
  language('mosel', 'Mosel', '', '*.mos', mosel),
  language('msgtrans', 'MessageTrans', '', 'Messages Message[0-9] Message[1-9][0-9] Message[1-9][0-9][0-9]', msgtrans),
  language('mxml', 'MXML', '', '*.mxml', mxml),
  language('nasm', 'Nasm', '', '*.asm', nasm),
  language('nesasm', 'NesAsm', 'nes', '*.nesasm', nesasm),
  language('nginx', 'nginx', '', 'nginx.conf', nginx),
  language('nial', 'Nial', '', '*.ndf *.nlg', nial),
  language('nim', 'Nim', 'nimrod', '*.nim', nim),
  language('nix', 'Nix', 'nixos', '*.nix', nix),
  language('objective_c', 'Objective-C', 'objc obj-c obj_c objectivec objective-c', '*.m *.h', objectiveC),
  language('objective_cpp', 'Objective-C++', 'objcpp obj-cpp obj_cpp objectivecpp objc++ obj-c++ obj_c++ objectivec++', '*.mm *.h', objectiveCpp),
  language('ocaml', 'OCaml', '', '*.ml *.mli *.mll *.mly', ocaml),
  language('ocl', 'OCL', 'OCL', '*.ocl', ocl),
  language('openedge', 'OpenEdge ABL', 'abl', '*.w *.i *.p *.cls *.df', openedge),
  language('opentype_feature_file', 'OpenType Feature File', 'fea opentype opentypefeature', '*.fea', opentypeFeatureFile),
  language('p4', 'P4', '', '*.p4', p4),
  language('pascal', 'Pascal', '', '*.pas *.lpr *.pp', pascal),
  language('perl', 'Perl', 'pl', '*.pl *.pm *.t', perl),
  language('php', 'PHP', 'php3 php4 php5', '*.php *.php[345t] *.phtml *.module *.inc *.profile *.install *.test', php),
  language('plaintext', 'Plain Text', 'text', '*.txt Messages', plaintext),
  language('plist', 'Plist', '', '*.plist *.pbxproj', plist),
  language('plsql', 'PLSQL', '', '*.pls *.typ *.tps *.tpb *.pks *.pkb *.pkg *.trg', plsql),
  language('pony', 'Pony', '', '*.pony', pony),
  language('postscript', 'PostScript', 'postscr ps eps', '*.ps *.eps', postscript),
  language('powershell', 'powershell', 'posh microsoftshell msshell', '*.ps1 *.psm1 *.psd1 *.psrc *.pssc', powershell),
  language('praat', 'Praat', '', '*.praat *.proc *.psc', praat),
  language('prolog', 'Prolog', '', '*.pro *.P *.prolog *.pl', prolog),
  language('prometheus', 'Prometheus', '', '*.prometheus', prometheus),
  language('properties', '.properties', '', '*.properties', properties),
  language('protobuf', 'Protobuf', 'proto', '*.proto', protobuf),
  language('puppet', 'Puppet', 'pp', '*.pp', puppet),
  language('python', 'Python', 'py', '*.py *.pyi *.pyw *.sc SConstruct SConscript *.tac *.bzl BUCK BUILD BUILD.bazel WORKSPACE', python),
  language('q', 'Q', 'kdb+', '*.q', q),
  language('qml', 'QML', '', '*.qml', qml),
  language('r', 'R', 'R s S', '*.R *.r .Rhistory .Rprofile', r),
  language('racket', 'Racket', '', '*.rkt *.rktd *.rktl', racket),
  language('reasonml', 'ReasonML', '', '*.re *.rei', reasonml),
  language('rego', 'Rego', '', '*.rego', rego),
  language('rescript', 'ReScript', '', '*.res *.resi', rescript),
  language('rml', 'RML', '', '*.rml', rml),
  language('robot_framework', 'Robot Framework', 'robot robot-framework', '*.robot *.resource', robotFramework),
  language('ruby', 'Ruby', 'rb', '*.rb *.ruby *.rbw *.rake *.gemspec *.podspec Rakefile Guardfile Gemfile Capfile Podfile Vagrantfile *.ru *.prawn Berksfile *.arb Dangerfile Fastfile Deliverfile Appfile *.thor Thorfile', ruby),
  language('rust', 'Rust', 'rs rust,no_run rs,no_run rust,ignore rs,ignore rust,should_panic rs,should_panic', '*.rs', rust),
  language('sas', 'SAS', '', '*.sas', sas),
  language('sass', 'Sass', '', '*.sass', sass),
  language('scala', 'Scala', '', '*.scala *.sbt', scala),
  language('scheme', 'Scheme', '', '*.scm *.ss', scheme),
  language('scss', 'SCSS', '', '*.scss', scss),
  language('sed', 'sed', '', '*.sed', sed),
  language('shell', 'shell', 'bash zsh ksh sh', '*.sh *.bash *.zsh *.ksh .bashrc .kshrc .profile .zshenv .zprofile .zshrc .zlogin .zlogout zshenv zprofile zshrc zlogin zlogout APKBUILD PKGBUILD *.ebuild *.eclass *.exheres-0 *.exlib', shell),
  language('sieve', 'Sieve', '', '*.sieve', sieve),
  language('slice', 'Slice', '', '*.ice', slice),
  language('slim', 'Slim', '', '*.slim', slim),
  language('smalltalk', 'Smalltalk', 'st squeak', '*.st', smalltalk),
  language('smarty', 'Smarty', '', '*.tpl *.smarty', smarty),
  language('sml', 'SML', 'ml', '*.sml *.sig *.fun', sml),
  language('sparql', 'SPARQL', '', '*.rq', sparql),
  language('sqf', 'SQF', '', '*.sqf', sqf),
  language('sql', 'SQL', '', '*.sql', sql),
  language('ssh', 'SSH Config File', '', 'ssh_config', ssh),
  language('stan', 'Stan', '', '*.stan *.stanfunctions', stan),
  language('stata', 'Stata', '', '*.do *.ado', stata),
  language('supercollider', 'SuperCollider', '', '*.sc *.scd', supercollider),
  language('svelte', 'Svelte', '', '*.svelte', svelte),
  language('swift', 'Swift', '', '*.swift', swift),
  language('systemd', 'Systemd', 'unit-file', '*.service', systemd),
  language('syzlang', 'Syzlang', '', '', syzlang),
  language('syzprog', 'Syzprog', '', '', syzprog),
  language('tap', 'TAP', '', '*.tap', tap),
  language('tcl', 'Tcl', '', '*.tcl', tcl),
  language('terraform', 'Terraform', 'tf', '*.tf *.tfvars *.tofu', terraform),
  language('tex', 'TeX', 'TeX LaTeX latex', '*.tex *.aux *.toc *.sty *.cls', tex),
  language('toml', 'TOML', '', '*.toml Pipfile poetry.lock', toml),
  language('tsx', 'TSX', '', '*.tsx', tsx),
  language('ttcn3', 'TTCN3', '', '*.ttcn *.ttcn3', ttcn3),
  language('tulip', 'Tulip', '', '*.tlp', tulip),
  language('turtle', 'Turtle/TriG', '', '*.ttl *.trig', turtle),
  language('twig', 'Twig', '', '*.twig', twig),
  language('typescript', 'TypeScript', 'ts', '*.ts *.d.ts *.cts *.mts', typescript),
  language('vala', 'Vala', '', '*.vala *.vapi', vala),
  language('vb', 'Visual Basic', 'visualbasic', '*.vbs *.vb', vb),
  language('vcl', 'VCL: Varnish Configuration Language', 'varnishconf varnish', '*.vcl', vcl),
  language('velocity', 'Velocity', '', '*.vm *.velocity *.fhtml', velocity),
  language('verilog', 'Verilog and System Verilog', '', '*.v *.sv *.svh', verilog),
  language('vhdl', 'VHDL 2008', '', '*.vhd *.vhdl *.vho', vhdl),
  language('viml', 'VimL', 'vim vimscript ex', '*.vim *.vba .vimrc .exrc .gvimrc _vimrc _exrc _gvimrc', viml),
  language('vue', 'Vue', 'vuejs', '*.vue', vue),
  language('wollok', 'Wollok', '', '*.wlk *.wtest *.wpgm', wollok),
  language('xml', 'XML', '', '*.xml *.xsl *.rss *.xslt *.xsd *.wsdl *.svg *.plist', xml),
  language('xojo', 'Xojo', 'realbasic', '*.xojo_code *.xojo_window *.xojo_toolbar *.xojo_menu *.xojo_image *.rbbas *.rbfrm *.rbmnu *.rbres *.rbtbar', xojo),
  language('xpath', 'XPath', '', '*.xpath', xpath),
  language('xquery', 'XQuery', '', '*.xquery *.xq *.xqm', xquery),
  language('yaml', 'YAML', 'yml', '*.yaml *.yml', yaml),
  language('yang', 'YANG', '', '*.yang', yang),
  language('zig', 'Zig', 'zir', '*.zig', zig),
];
