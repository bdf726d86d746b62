/**
 * The character references kramdown knows by name: HTML 4's and most of HTML 5's that stand for one code point. An unknown name
 * is no reference: its ampersand is text. Origin of the choice: kramdown 2.5.2, `Utils::Entities`.
 */
import { once } from '../ruby/once.js';
import type { Entity } from './entity.js';

/** Code point in base 36, then its names; the last one is what `entity_output: symbolic` writes for a bare code point. */
const names =
  'y quot,12 amp,13 apos,1o lt nvlt,1p bne,1q gt nvgt,2u fjlig,4g nbsp,4h iexcl,4i cent,4j pound,' +
  '4k curren,4l yen,4m brvbar,4n sect,4o uml,4p copy,4q ordf,4r laquo,4s not,4t shy,4u reg,4v macr,' +
  '4w deg,4x plusmn,4y sup2,4z sup3,50 acute,51 micro,52 para,53 middot,54 cedil,55 sup1,56 ordm,' +
  '57 raquo,58 frac14,59 frac12,5a frac34,5b iquest,5c Agrave,5d Aacute,5e Acirc,5f Atilde,5g Auml,' +
  '5h Aring,5i AElig,5j Ccedil,5k Egrave,5l Eacute,5m Ecirc,5n Euml,5o Igrave,5p Iacute,5q Icirc,' +
  '5r Iuml,5s ETH,5t Ntilde,5u Ograve,5v Oacute,5w Ocirc,5x Otilde,5y Ouml,5z times,60 Oslash,' +
  '61 Ugrave,62 Uacute,63 Ucirc,64 Uuml,65 Yacute,66 THORN,67 szlig,68 agrave,69 aacute,6a acirc,' +
  '6b atilde,6c auml,6d aring,6e aelig,6f ccedil,6g egrave,6h eacute,6i ecirc,6j euml,6k igrave,' +
  '6l iacute,6m icirc,6n iuml,6o eth,6p ntilde,6q ograve,6r oacute,6s ocirc,6t otilde,6u ouml,' +
  '6v divide,6w oslash,6x ugrave,6y uacute,6z ucirc,70 uuml,71 yacute,72 thorn,73 yuml,9e OElig,' +
  '9f oelig,9s Scaron,9t scaron,ag Yuml,b6 fnof,jq circ,kc tilde,pd Alpha,pe Beta,pf Gamma,pg Delta,' +
  'ph Epsilon,pi Zeta,pj Eta,pk Theta,pl Iota,pm Kappa,pn Lambda,po Mu,pp Nu,pq Xi,pr Omicron,ps Pi,' +
  'pt Rho,pv Sigma,pw Tau,px Upsilon,py Phi,pz Chi,q0 Psi,q1 Omega,q9 alpha,qa beta,qb gamma,qc delta,' +
  'qd epsilon,qe zeta,qf eta,qg theta,qh iota,qi kappa,qj lambda,qk mu,ql nu,qm xi,qn omicron,qo pi,' +
  'qp rho,qq sigmaf,qr sigma,qs tau,qt upsilon,qu phi,qv chi,qw psi,qx omega,r5 thetasym,r6 upsih,' +
  'ra piv,rg Gammad,rh gammad,6bm ensp,6bn emsp,6bt thinsp,6bw zwnj,6bx zwj,6by lrm,6bz rlm,6c3 ndash,' +
  '6c4 mdash,6c8 lsquo,6c9 rsquo,6ca sbquo,6cc ldquo,6cd rdquo,6ce bdquo,6cg dagger,6ch Dagger,' +
  '6ci bull,6cm hellip,6cw permil,6cy prime,6cz Prime,6d5 lsaquo,6d6 rsaquo,6da oline,6dg frasl,' +
  '6e7 ThickSpace,6gc euro,6j5 image,6jc weierp,6jg real,6jm trade,6k5 alefsym,6kz frac13,6l0 frac23,' +
  '6l1 frac15,6l2 frac25,6l3 frac35,6l4 frac45,6l5 frac16,6l6 frac56,6l7 frac18,6l8 frac38,6l9 frac58,' +
  '6la frac78,6mo larr,6mp uarr,6mq rarr,6mr darr,6ms harr,6n1 nrarrw,6np crarr,6og lArr,6oh uArr,' +
  '6oi rArr,6oj dArr,6ok hArr,6ps forall,6pu part npart,6pv exist,6px empty,6pz nabla,6q0 isin,' +
  '6q1 notin,6q3 ni,6q7 prod,6q9 sum,6qa minus,6qf lowast,6qi radic,6ql prop,6qm infin,6qo ang nang,' +
  '6qv and,6qw or,6qx cap caps,6qy cup cups,6qz int,6r8 there4,6rg sim nvsim,6rh race,6ri acE,' +
  '6rm nesim NotEqualTilde,6rp cong,6rs asymp,6rv napid,6rx nvap,6ry nbump NotHumpDownHump,' +
  '6rz nbumpe NotHumpEqual,6s0 nedot,6sg ne,6sh equiv bnequiv,6sk le nvle,6sl ge nvge,6sm nlE nleqq,' +
  '6sn ngE ngeqq NotGreaterFullEqual,6so lvertneqq lvnE,6sp gvertneqq gvnE,6sq nLtv NotLessLess nLt,' +
  '6sr nGtv NotGreaterGreater nGt,6tb NotSucceedsTilde,6te sub NotSubset nsubset vnsub,' +
  '6tf sup NotSuperset nsupset vnsup,6tg nsub,6ti sube,6tj supe,6tm varsubsetneq vsubne,' +
  '6tn varsupsetneq vsupne,6tr NotSquareSubset,6ts NotSquareSuperset,6tv sqcaps,6tw sqcups,6tx oplus,' +
  '6tz otimes,6ud perp,6us nvltrie,6ut nvrtrie,6v9 sdot,6vs nLl,6vt nGg,6vu lesg,6vv gesl,6we vellip,' +
  '6wl notindot,6wp notinE,6x4 rceil,6x5 lceil,6x6 lfloor,6x7 rfloor,6y1 rang,6y2 lang,7gq loz,' +
  '7kw spades,7kz clubs,7l1 hearts,7l2 diams,7vu Lang,7vv Rang,7vw loang,7vx roang,' +
  '7w5 xlarr longleftarrow LongLeftArrow,7w6 xrarr longrightarrow LongRightArrow,' +
  '7w7 xharr longleftrightarrow LongLeftRightArrow,7w8 xlArr Longleftarrow DoubleLongLeftArrow,' +
  '7w9 xrArr Longrightarrow DoubleLongRightArrow,7wa xhArr Longleftrightarrow DoubleLongLeftRightArrow,' +
  '7wc xmap longmapsto,7wf dzigrarr,83m nvlArr,83n nvrArr,83o nvHarr,83p Map,83w lbarr,' +
  '83x rbarr bkarow,83y lBarr,83z rBarr dbkarow,840 RBarr drbkarow,841 DDotrahd,842 UpArrowBar,' +
  '843 DownArrowBar,846 Rarrtl,849 latail,84a ratail,84b lAtail,84c rAtail,84d larrfs,84e rarrfs,' +
  '84f larrbfs,84g rarrbfs,84j nwarhk,84k nearhk,84l searhk hksearow,84m swarhk hkswarow,84n nwnear,' +
  '84o nesear toea,84p seswar tosa,84q swnwar,84z rarrc nrarrc,851 cudarrr,852 ldca,853 rdca,' +
  '854 cudarrl,855 larrpl,858 curarrm,859 cularrp,85h rarrpl,85k harrcir,85l Uarrocir,85m lurdshar,' +
  '85n ldrushar,85q LeftRightVector,85r RightUpDownVector,85s DownLeftRightVector,85t LeftUpDownVector,' +
  '85u LeftVectorBar,85v RightVectorBar,85w RightUpVectorBar,85x RightDownVectorBar,' +
  '85y DownLeftVectorBar,85z DownRightVectorBar,860 LeftUpVectorBar,861 LeftDownVectorBar,' +
  '862 LeftTeeVector,863 RightTeeVector,864 RightUpTeeVector,865 RightDownTeeVector,' +
  '866 DownLeftTeeVector,867 DownRightTeeVector,868 LeftUpTeeVector,869 LeftDownTeeVector,86a lHar,' +
  '86b uHar,86c rHar,86d dHar,86e luruhar,86f ldrdhar,86g ruluhar,86h rdldhar,86i lharul,86j llhard,' +
  '86k rharul,86l lrhard,86m udhar UpEquilibrium,86n duhar ReverseUpEquilibrium,86o RoundImplies,' +
  '86p erarr,86q simrarr,86r larrsim,86s rarrsim,86t rarrap,86u ltlarr,86w gtrarr,86x subrarr,' +
  '86z suplarr,870 lfisht,871 rfisht,872 ufisht,873 dfisht,879 lopar,87a ropar,87f lbrke,87g rbrke,' +
  '87h lbrkslu,87i rbrksld,87j lbrksld,87k rbrkslu,87l langd,87m rangd,87n lparlt,87o rpargt,' +
  '87p gtlPar,87q ltrPar,87u vzigzag,87w vangrt,87x angrtvbd,884 ange,885 range,886 dwangle,' +
  '887 uwangle,888 angmsdaa,889 angmsdab,88a angmsdac,88b angmsdad,88c angmsdae,88d angmsdaf,' +
  '88e angmsdag,88f angmsdah,88g bemptyv,88h demptyv,88i cemptyv,88j raemptyv,88k laemptyv,88l ohbar,' +
  '88m omid,88n opar,88p operp,88r olcross,88s odsold,88u olcir,88v ofcir,88w olt,88x ogt,88y cirscir,' +
  '88z cirE,890 solb,891 bsolb,895 boxbox,899 trisb,89a rtriltri,' +
  '89b LeftTriangleBar NotLeftTriangleBar,89c RightTriangleBar NotRightTriangleBar,89o iinfin,' +
  '89p infintie,89q nvinfin,89v eparsl,89w smeparsl,89x eqvparsl,8a3 lozf blacklozenge,8ac RuleDelayed,' +
  '8ae dsol,8ao xodot bigodot,8ap xoplus bigoplus,8aq xotime bigotimes,8as xuplus biguplus,' +
  '8au xsqcup bigsqcup,8b0 qint iiiint,8b1 fpartint,8b4 cirfnint,8b5 awint,8b6 rppolint,8b7 scpolint,' +
  '8b8 npolint,8b9 pointint,8ba quatint,8bb intlarhk,8bm pluscir,8bn plusacir,8bo simplus,8bp plusdu,' +
  '8bq plussim,8br plustwo,8bt mcomma,8bu minusdu,8bx loplus,8by roplus,8bz Cross,8c0 timesd,' +
  '8c1 timesbar,8c3 smashp,8c4 lotimes,8c5 rotimes,8c6 otimesas,8c7 Otimes,8c8 odiv,8c9 triplus,' +
  '8ca triminus,8cb tritime,8cc iprod intprod,8cf amalg,8cg capdot,8ci ncup,8cj ncap,8ck capand,' +
  '8cl cupor,8cm cupcap,8cn capcup,8co cupbrcap,8cp capbrcup,8cq cupcup,8cr capcap,8cs ccups,8ct ccaps,' +
  '8cw ccupssm,8cz And,8d0 Or,8d1 andand,8d2 oror,8d3 orslope,8d4 andslope,8d6 andv,8d7 orv,8d8 andd,' +
  '8d9 ord,8db wedbar,8di sdote,8dm simdot,8dp congdot ncongdot,8dq easter,8dr apacir,8ds apE napE,' +
  '8dt eplus,8du pluse,8dv Esim,8dw Colone,8dx Equal,8dz eDDot ddotseq,8e0 equivDD,8e1 ltcir,8e2 gtcir,' +
  '8e3 ltquest,8e4 gtquest,8e5 les LessSlantEqual leqslant nleqslant nles NotLessSlantEqual,' +
  '8e6 ges GreaterSlantEqual geqslant ngeqslant nges NotGreaterSlantEqual,8e7 lesdot,8e8 gesdot,' +
  '8e9 lesdoto,8ea gesdoto,8eb lesdotor,8ec gesdotol,8ed lap lessapprox,8ee gap gtrapprox,8ef lne lneq,' +
  '8eg gne gneq,8eh lnap lnapprox,8ei gnap gnapprox,8ej lEg lesseqqgtr,8ek gEl gtreqqless,8el lsime,' +
  '8em gsime,8en lsimg,8eo gsiml,8ep lgE,8eq glE,8er lesges,8es gesles,8et els eqslantless,' +
  '8eu egs eqslantgtr,8ev elsdot,8ew egsdot,8ex el,8ey eg,8f1 siml,8f2 simg,8f3 simlE,8f4 simgE,' +
  '8f5 LessLess NotNestedLessLess,8f6 GreaterGreater NotNestedGreaterGreater,8f8 glj,8f9 gla,8fa ltcc,' +
  '8fb gtcc,8fc lescc,8fd gescc,8fe smt,8ff lat,8fg smte smtes,8fh late lates,8fi bumpE,' +
  '8fj pre preceq PrecedesEqual NotPrecedesEqual npre npreceq,' +
  '8fk sce succeq SucceedsEqual NotSucceedsEqual nsce nsucceq,8fn prE,8fo scE,8fp prnE precneqq,' +
  '8fq scnE succneqq,8fr prap precapprox,8fs scap succapprox,8ft prnap precnapprox,' +
  '8fu scnap succnapprox,8fv Pr,8fw Sc,8fx subdot,8fy supdot,8fz subplus,8g0 supplus,8g1 submult,' +
  '8g2 supmult,8g3 subedot,8g4 supedot,8g5 subE subseteqq nsubE nsubseteqq,' +
  '8g6 supE supseteqq nsupE nsupseteqq,8g7 subsim,8g8 supsim,8gb subnE subsetneqq varsubsetneqq vsubnE,' +
  '8gc supnE supsetneqq varsupsetneqq vsupnE,8gf csub,8gg csup,8gh csube,8gi csupe,8gj subsup,' +
  '8gk supsub,8gl subsub,8gm supsup,8gn suphsub,8go supdsub,8gp forkv,8gq topfork,8gr mlcp,' +
  '8h0 Dashv DoubleLeftTee,8h2 Vdashl,8h3 Barv,8h4 vBar,8h5 vBarv,8h7 Vbar,8h8 Not,8h9 bNot,8ha rnmid,' +
  '8hb cirmid,8hc midcir,8hd topcir,8he nhpar,8hf parsim,8hp parsl nparsl,1dkw fflig,1dkx filig,' +
  '1dky fllig,1dkz ffilig,1dl0 ffllig,2kkc Ascr,2kke Cscr,2kkf Dscr,2kki Gscr,2kkl Jscr,2kkm Kscr,' +
  '2kkp Nscr,2kkq Oscr,2kkr Pscr,2kks Qscr,2kku Sscr,2kkv Tscr,2kkw Uscr,2kkx Vscr,2kky Wscr,2kkz Xscr,' +
  '2kl0 Yscr,2kl1 Zscr,2kl2 ascr,2kl3 bscr,2kl4 cscr,2kl5 dscr,2kl7 fscr,2kl9 hscr,2kla iscr,2klb jscr,' +
  '2klc kscr,2kld lscr,2kle mscr,2klf nscr,2klh pscr,2kli qscr,2klj rscr,2klk sscr,2kll tscr,2klm uscr,' +
  '2kln vscr,2klo wscr,2klp xscr,2klq yscr,2klr zscr,2kn8 Afr,2kn9 Bfr,2knb Dfr,2knc Efr,2knd Ffr,' +
  '2kne Gfr,2knh Jfr,2kni Kfr,2knj Lfr,2knk Mfr,2knl Nfr,2knm Ofr,2knn Pfr,2kno Qfr,2knq Sfr,2knr Tfr,' +
  '2kns Ufr,2knt Vfr,2knu Wfr,2knv Xfr,2knw Yfr,2kny afr,2knz bfr,2ko0 cfr,2ko1 dfr,2ko2 efr,2ko3 ffr,' +
  '2ko4 gfr,2ko5 hfr,2ko6 ifr,2ko7 jfr,2ko8 kfr,2ko9 lfr,2koa mfr,2kob nfr,2koc ofr,2kod pfr,2koe qfr,' +
  '2kof rfr,2kog sfr,2koh tfr,2koi ufr,2koj vfr,2kok wfr,2kol xfr,2kom yfr,2kon zfr,2koo Aopf,' +
  '2kop Bopf,2kor Dopf,2kos Eopf,2kot Fopf,2kou Gopf,2kow Iopf,2kox Jopf,2koy Kopf,2koz Lopf,2kp0 Mopf,' +
  '2kp2 Oopf,2kp6 Sopf,2kp7 Topf,2kp8 Uopf,2kp9 Vopf,2kpa Wopf,2kpb Xopf,2kpc Yopf,2kpe aopf,2kpf bopf,' +
  '2kpg copf,2kph dopf,2kpi eopf,2kpj fopf,2kpk gopf,2kpl hopf,2kpm iopf,2kpn jopf,2kpo kopf,2kpp lopf,' +
  '2kpq mopf,2kpr nopf,2kps oopf,2kpt popf,2kpu qopf,2kpv ropf,2kpw sopf,2kpx topf,2kpy uopf,2kpz vopf,' +
  '2kq0 wopf,2kq1 xopf,2kq2 yopf,2kq3 zopf';

/** `&#128;` to `&#159;` mean Windows' characters, as in browsers. */
const windows = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const entities = once(() => {
  const byName = new Map<string, Entity>();
  const byCodePoint = new Map<number, Entity>();
  for (const line of names.split(',')) {
    const [code, ...all] = line.split(' ');
    const codePoint = Number.parseInt(code!, 36);
    for (const name of all) {
      const entity = { codePoint, name };
      byName.set(name, entity);
      byCodePoint.set(codePoint, entity);
    }
  }
  return { byName, byCodePoint };
});

/** The entity of that name (without `&` and `;`) or code point; `null` for an unknown name. */
export function findEntity(nameOrCodePoint: string | number): Entity | null {
  const { byName, byCodePoint } = entities();
  if (typeof nameOrCodePoint === 'string') return byName.get(nameOrCodePoint) ?? null;
  const codePoint = windows.codePointAt(nameOrCodePoint - 0x80) ?? nameOrCodePoint;
  return byCodePoint.get(codePoint) ?? { codePoint, name: null };
}
