/** The lexer of each language, all of them loaded. */
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

/** Gives a language's lexer. */
export type LexerTable = Readonly<Record<string, () => Lexer>>;

/** By Rouge's tag. */
export const lexers: LexerTable = {
  abap: () => abap,
  actionscript: () => actionscript,
  ada: () => ada,
  apache: () => apache,
  apex: () => apex,
  apiblueprint: () => apiblueprint,
  applescript: () => applescript,
  armasm: () => armasm,
  augeas: () => augeas,
  awk: () => awk,
  batchfile: () => batchfile,
  bbcbasic: () => bbcbasic,
  bibtex: () => bibtex,
  bicep: () => bicep,
  biml: () => biml,
  bpf: () => bpf,
  brainfuck: () => brainfuck,
  brightscript: () => brightscript,
  bsl: () => bsl,
  c: () => c,
  ceylon: () => ceylon,
  cfscript: () => cfscript,
  cisco_ios: () => ciscoIos,
  clean: () => clean,
  clojure: () => clojure,
  cmake: () => cmake,
  cmhg: () => cmhg,
  cobol: () => cobol,
  codeowners: () => codeowners,
  coffeescript: () => coffeescript,
  common_lisp: () => commonLisp,
  conf: () => conf,
  console: () => console,
  coq: () => coq,
  cpp: () => cpp,
  crystal: () => crystal,
  csharp: () => csharp,
  css: () => css,
  csvs: () => csvs,
  cuda: () => cuda,
  cypher: () => cypher,
  cython: () => cython,
  d: () => d,
  dafny: () => dafny,
  dart: () => dart,
  datastudio: () => datastudio,
  diff: () => diff,
  digdag: () => digdag,
  docker: () => docker,
  dot: () => dot,
  ecl: () => ecl,
  eex: () => eex,
  eiffel: () => eiffel,
  elixir: () => elixir,
  elm: () => elm,
  email: () => email,
  epp: () => epp,
  erb: () => erb,
  erlang: () => erlang,
  escape: () => escapeLexer,
  factor: () => factor,
  fluent: () => fluent,
  fortran: () => fortran,
  freefem: () => freefem,
  fsharp: () => fsharp,
  gdscript: () => gdscript,
  'ghc-cmm': () => ghcCmm,
  'ghc-core': () => ghcCore,
  gherkin: () => gherkin,
  gjs: () => gjs,
  glsl: () => glsl,
  go: () => go,
  gradle: () => gradle,
  graphql: () => graphql,
  groovy: () => groovy,
  gts: () => gts,
  hack: () => hack,
  haml: () => haml,
  handlebars: () => handlebars,
  haskell: () => haskell,
  haxe: () => haxe,
  hcl: () => hcl,
  hlsl: () => hlsl,
  hocon: () => hocon,
  hql: () => hql,
  html: () => html,
  http: () => http,
  hylang: () => hylang,
  idlang: () => idlang,
  idris: () => idris,
  iecst: () => iecst,
  igorpro: () => igorpro,
  ini: () => ini,
  io: () => io,
  irb: () => irb,
  irb_output: () => irbOutput,
  isabelle: () => isabelle,
  isbl: () => isbl,
  j: () => j,
  janet: () => janet,
  java: () => java,
  javascript: () => javascript,
  jinja: () => jinja,
  jsl: () => jsl,
  json: () => json,
  'json-doc': () => jsonDoc,
  json5: () => json5,
  jsonnet: () => jsonnet,
  jsp: () => jsp,
  jsx: () => jsx,
  julia: () => julia,
  kotlin: () => kotlin,
  lasso: () => lasso,
  lean: () => lean,
  liquid: () => liquid,
  literate_coffeescript: () => literateCoffeescript,
  literate_haskell: () => literateHaskell,
  livescript: () => livescript,
  llvm: () => llvm,
  lua: () => lua,
  lustre: () => lustre,
  lutin: () => lutin,
  m68k: () => m68k,
  magik: () => magik,
  make: () => make,
  markdown: () => markdown,
  mason: () => mason,
  mathematica: () => mathematica,
  matlab: () => matlab,
  meson: () => meson,
  minizinc: () => minizinc,
  mojo: () => mojo,
  moonscript: () => moonscript,
  mosel: () => mosel,
  msgtrans: () => msgtrans,
  mxml: () => mxml,
  nasm: () => nasm,
  nesasm: () => nesasm,
  nginx: () => nginx,
  nial: () => nial,
  nim: () => nim,
  nix: () => nix,
  objective_c: () => objectiveC,
  objective_cpp: () => objectiveCpp,
  ocaml: () => ocaml,
  ocl: () => ocl,
  openedge: () => openedge,
  opentype_feature_file: () => opentypeFeatureFile,
  p4: () => p4,
  pascal: () => pascal,
  perl: () => perl,
  php: () => php,
  plaintext: () => plaintext,
  plist: () => plist,
  plsql: () => plsql,
  pony: () => pony,
  postscript: () => postscript,
  powershell: () => powershell,
  praat: () => praat,
  prolog: () => prolog,
  prometheus: () => prometheus,
  properties: () => properties,
  protobuf: () => protobuf,
  puppet: () => puppet,
  python: () => python,
  q: () => q,
  qml: () => qml,
  r: () => r,
  racket: () => racket,
  reasonml: () => reasonml,
  rego: () => rego,
  rescript: () => rescript,
  rml: () => rml,
  robot_framework: () => robotFramework,
  ruby: () => ruby,
  rust: () => rust,
  sas: () => sas,
  sass: () => sass,
  scala: () => scala,
  scheme: () => scheme,
  scss: () => scss,
  sed: () => sed,
  shell: () => shell,
  sieve: () => sieve,
  slice: () => slice,
  slim: () => slim,
  smalltalk: () => smalltalk,
  smarty: () => smarty,
  sml: () => sml,
  sparql: () => sparql,
  sqf: () => sqf,
  sql: () => sql,
  ssh: () => ssh,
  stan: () => stan,
  stata: () => stata,
  supercollider: () => supercollider,
  svelte: () => svelte,
  swift: () => swift,
  systemd: () => systemd,
  syzlang: () => syzlang,
  syzprog: () => syzprog,
  tap: () => tap,
  tcl: () => tcl,
  terraform: () => terraform,
  tex: () => tex,
  toml: () => toml,
  tsx: () => tsx,
  ttcn3: () => ttcn3,
  tulip: () => tulip,
  turtle: () => turtle,
  twig: () => twig,
  typescript: () => typescript,
  vala: () => vala,
  vb: () => vb,
  vcl: () => vcl,
  velocity: () => velocity,
  verilog: () => verilog,
  vhdl: () => vhdl,
  viml: () => viml,
  vue: () => vue,
  wollok: () => wollok,
  xml: () => xml,
  xojo: () => xojo,
  xpath: () => xpath,
  xquery: () => xquery,
  yaml: () => yaml,
  yang: () => yang,
  zig: () => zig,
};
