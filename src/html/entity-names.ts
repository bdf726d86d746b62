/** HTML 4's character references by name, and `apos`: all that libxml2 2.9.14 knows (`html40EntitiesTable`). */

/** Code point in base 36, then the name. */
const names =
  'y quot,12 amp,13 apos,1o lt,1q gt,4g nbsp,4h iexcl,4i cent,4j pound,4k curren,4l yen,4m brvbar,4n sect,4o uml,' +
  '4p copy,4q ordf,4r laquo,4s not,4t shy,4u reg,4v macr,4w deg,4x plusmn,4y sup2,4z sup3,50 acute,51 micro,52 para,' +
  '53 middot,54 cedil,55 sup1,56 ordm,57 raquo,58 frac14,59 frac12,5a frac34,5b iquest,5c Agrave,5d Aacute,5e Acirc,' +
  '5f Atilde,5g Auml,5h Aring,5i AElig,5j Ccedil,5k Egrave,5l Eacute,5m Ecirc,5n Euml,5o Igrave,5p Iacute,5q Icirc,' +
  '5r Iuml,5s ETH,5t Ntilde,5u Ograve,5v Oacute,5w Ocirc,5x Otilde,5y Ouml,5z times,60 Oslash,61 Ugrave,62 Uacute,' +
  '63 Ucirc,64 Uuml,65 Yacute,66 THORN,67 szlig,68 agrave,69 aacute,6a acirc,6b atilde,6c auml,6d aring,6e aelig,' +
  '6f ccedil,6g egrave,6h eacute,6i ecirc,6j euml,6k igrave,6l iacute,6m icirc,6n iuml,6o eth,6p ntilde,6q ograve,' +
  '6r oacute,6s ocirc,6t otilde,6u ouml,6v divide,6w oslash,6x ugrave,6y uacute,6z ucirc,70 uuml,71 yacute,72 thorn,' +
  '73 yuml,9e OElig,9f oelig,9s Scaron,9t scaron,ag Yuml,b6 fnof,jq circ,kc tilde,pd Alpha,pe Beta,pf Gamma,' +
  'pg Delta,ph Epsilon,pi Zeta,pj Eta,pk Theta,pl Iota,pm Kappa,pn Lambda,po Mu,pp Nu,pq Xi,pr Omicron,ps Pi,pt Rho,' +
  'pv Sigma,pw Tau,px Upsilon,py Phi,pz Chi,q0 Psi,q1 Omega,q9 alpha,qa beta,qb gamma,qc delta,qd epsilon,qe zeta,' +
  'qf eta,qg theta,qh iota,qi kappa,qj lambda,qk mu,ql nu,qm xi,qn omicron,qo pi,qp rho,qq sigmaf,qr sigma,qs tau,' +
  'qt upsilon,qu phi,qv chi,qw psi,qx omega,r5 thetasym,r6 upsih,ra piv,6bm ensp,6bn emsp,6bt thinsp,6bw zwnj,' +
  '6bx zwj,6by lrm,6bz rlm,6c3 ndash,6c4 mdash,6c8 lsquo,6c9 rsquo,6ca sbquo,6cc ldquo,6cd rdquo,6ce bdquo,' +
  '6cg dagger,6ch Dagger,6ci bull,6cm hellip,6cw permil,6cy prime,6cz Prime,6d5 lsaquo,6d6 rsaquo,6da oline,' +
  '6dg frasl,6gc euro,6j5 image,6jc weierp,6jg real,6jm trade,6k5 alefsym,6mo larr,6mp uarr,6mq rarr,6mr darr,' +
  '6ms harr,6np crarr,6og lArr,6oh uArr,6oi rArr,6oj dArr,6ok hArr,6ps forall,6pu part,6pv exist,6px empty,' +
  '6pz nabla,6q0 isin,6q1 notin,6q3 ni,6q7 prod,6q9 sum,6qa minus,6qf lowast,6qi radic,6ql prop,6qm infin,6qo ang,' +
  '6qv and,6qw or,6qx cap,6qy cup,6qz int,6r8 there4,6rg sim,6rp cong,6rs asymp,6sg ne,6sh equiv,6sk le,6sl ge,' +
  '6te sub,6tf sup,6tg nsub,6ti sube,6tj supe,6tx oplus,6tz otimes,6ud perp,6v9 sdot,6x4 lceil,6x5 rceil,6x6 lfloor,' +
  '6x7 rfloor,6y1 lang,6y2 rang,7gq loz,7kw spades,7kz clubs,7l1 hearts,7l2 diams';

/** The character for a name without `&` and `;`, e.g. `eacute`; capitals matter. */
export const entityCharacters: ReadonlyMap<string, string> = new Map(
  names.split(',').map((entry) => {
    const [codePoint = '', name = ''] = entry.split(' ');
    return [name, String.fromCodePoint(Number.parseInt(codePoint, 36))];
  }),
);
