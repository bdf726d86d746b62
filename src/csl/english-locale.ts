import { encodeXmlText } from './characters.js';
import type { CslTerm, LocaleData } from './locale.js';

/** The columns of the tables below. An empty one: the term has no such form. */
const FORMS = ['long', 'short', 'verb', 'verb-short', 'symbol'] as const;

/** Terms that are words of the text. `=` is the term's name itself, `-` an empty text, `/` goes before the plural. */
const WORDS = `
accessed: =
advance-online-publication: =; adv. online pub.
album: =
and: =; ; ; ; &
and others: =
anonymous: =; anon.
article: preprint
article-journal: journal article; jour. art.
article-magazine: magazine article; mag. art.
article-newspaper: newspaper article; newspaper art.
at: =; ; ; ; @
audio-recording: =; au. rec.
available at: =; avail. at
bill: =
broadcast: =; bdcst.
by: =
circa: =; c.
cited: =; cit.
classic: classical work; class. wk.
collection: archival collection; arch. coll.
dataset: =
document: =; doc.
entry: =
entry-dictionary: dictionary entry; dict. entry
entry-encyclopedia: encyclopedia entry; ency. entry
et-al: et al.
event: =
film: =; flm.
forthcoming: =
from: =; fr.
graphic: =; gr.
hearing: =; ; testimony of; test. of
henceforth: =
ibid: ibid.
in: =
in press: =
internet: =
interview: =; int.
legal_case: =; leg. case
legislation: =; legis.
letter: =; let.
loc-cit: loc. cit.
manuscript: =; MS/MSS
map: =
motion_picture: video recording; vid. rec.
musical_score: =; mus. score
no date: =; n.d.
no-place: =; n.p.
no-publisher: =; n.p.
on: =
online: =
op-cit: op. cit.
original-work-published: =; orig. pub.
pamphlet: =; pam.
paper-conference: conference paper; conf. paper
patent: =; pat.
performance: =; prfm.
periodical: =
personal-communication: =; pers. comm.
personal_communication: =; pers. comm.
podcast: =
podcast-episode: =; podcast ep.
post: =
post-weblog: blog post
preprint: =
presented at: presented at the
radio-broadcast: =; radio bdcst.
radio-series: =; radio ser.
radio-series-episode: =; radio ser. ep.
regulation: =; reg.
report: =; rep.
retrieved: =; rtvd.
review: =; rev.; review of; rev. of
review-book: book review; bk. rev.; review of the book; rev. of the bk.
review-of: =; rev. of
scale: =; sc.
software: =; sftw.
song: audio recording; au. rec.
special-issue: =; spec. iss.
special-section: =; spec. sec.
speech: presentation
standard: =; std.
television-broadcast: =; TV bdcst.
television-series: =; TV ser.
television-series-episode: =; TV ser. ep.
thesis: =; thes.
timestamp: -
treaty: =
video: =; vid.
webpage: =; webpg.
working-paper: =; wkg. paper
`;

/** What can be counted. */
const COUNTED = `
act: act/acts
appendix: appendix/appendices; app./apps.
article-locator: article/articles; art./arts.
book: book/books; bk./bks.
canon: canon/canons; can./cann.
chapter: chapter/chapters; chap./chaps.; ; ; c./cc.
chapter-number: chapter/chapters; chap./chaps.
citation-number: citation/citations; cit./cits.
collection-number: number/numbers; no./nos.
column: column/columns; col./cols.
edition: edition/editions; ed./eds.
elocation: location/locations; loc./locs.
equation: equation/equations; eq./eqq.
figure: figure/figures; fig./figs.
first-reference-note-number: reference/references; ref./refs.
folio: folio/folios; fol./fols.
issue: issue/issues; no./nos.
line: line/lines; l./ll.
note: note/notes; n./nn.
number: number/numbers; no./nos.
number-of-pages: page/pages; p./pp.
number-of-volumes: volume/volumes; vol./vols.
opus: opus/opera; op./opp.
page: page/pages; p./pp.
page-first: page/pages; p./pp.
paragraph: paragraph/paragraphs; para./paras.; ; ; ¶/¶¶
part: part/parts; pt./pts.
printing: printing/printings; ptg./ptgs.
reference: reference/references; ref./refs.
rule: rule/rules; r./rr.
scene: scene/scenes; sc./scs.
section: section/sections; sec./secs.; ; ; §/§§
sub-verbo: sub verbo/sub verbis; s.v./s.vv.
supplement: supplement/supplements; supp./supps.
table: table/tables; tbl./tbls.
title-locator: title/titles; tit./titt.
verse: verse/verses; v./vv.
version: version/versions; v.
volume: volume/volumes; vol./vols.
`;

/** What people do. */
const ROLES = `
author: -
chair: chair/chairs; ; chaired by
collection-editor: editor/editors; ed./eds.; edited by; ed. by
compiler: compiler/compilers; comp./comps.; compiled by; comp. by
composer: -; ; composed by; comp. by
container-author: -; ; by
contributor: contributor/contributors; contrib./contribs.; with
curator: curator/curators; cur./curs.; curated by; cur. by
director: director/directors; dir./dirs.; directed by; dir. by
editor: editor/editors; ed./eds.; edited by; ed. by
editor-translator: editor & translator/editors & translators; ed. & trans./eds. & trans.; edited & translated by; ed. & trans. by
editorial-director: editor/editors; ed./eds.; edited by; ed. by
editortranslator: editor & translator/editors & translators; ed. & trans./eds. & trans.; edited & translated by; ed. & trans. by
executive-producer: executive producer/executive producers; exec. prod./exec. prods.; executive produced by; exec. prod. by
guest: guest/guests; ; with guest/with guests
host: host/hosts; ; hosted by
illustrator: illustrator/illustrators; ill./ills.; illustrated by; ill. by
interviewer: -; ; interview by
narrator: narrator/narrators; narr./narrs.; narrated by; narr. by
organizer: organizer/organizers; org./orgs.; organized by; org. by
original-author: -; ; by
performer: performer/performers; perf./perfs.; performed by; perf. by
producer: producer/producers; prod./prods.; produced by; prod. by
recipient: -; ; to
reviewed-author: -; ; by
script-writer: writer/writers; wrtr./wrtrs.; written by; writ. by
series-creator: series creator/series creators; ser. creator/ser. creators; created by
translator: translator/translators; trans.; translated by; trans. by
`;

const MONTHS =
  'January,Jan. February,Feb. March,Mar. April,Apr. May,May June,June July,July August,Aug. September,Sept. October,Oct. November,Nov. December,Dec.';
const SEASONS = 'Spring Summer Autumn Winter';
const LONG_ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth';
const ORDINALS = 'st nd rd';

/** Terms that are signs, or begin with a blank. */
const SIGNS: Readonly<Record<string, string>> = {
  ad: ' AD',
  bc: ' BC',
  bce: ' BCE',
  ce: ' CE',
  'close-inner-quote': '’',
  'close-quote': '”',
  colon: ':',
  comma: ',',
  'open-inner-quote': '‘',
  'open-quote': '“',
  ordinal: 'th',
  'ordinal-11': 'th',
  'ordinal-12': 'th',
  'ordinal-13': 'th',
  'page-range-delimiter': '–',
  semicolon: ';',
};

/** American English as CSL's locale `en-US` has it (of csl-styles 2.0.2), for sites without locale files. */
export function englishLocale(): LocaleData {
  const part = (name: string, suffix: string, form?: string): ReadonlyMap<string, string> =>
    new Map(Object.entries({ name, suffix, ...(form !== undefined && { form }) }));
  return {
    language: 'en',
    hasPunctuationInQuote: true,
    limitsDayOrdinalsToFirst: false,
    dates: new Map([
      ['text', [part('month', ' '), part('day', ', '), part('year', '')]],
      [
        'numeric',
        [
          part('month', '/', 'numeric-leading-zeros'),
          part('day', '/', 'numeric-leading-zeros'),
          part('year', ''),
        ],
      ],
    ]),
    terms: [
      ...[WORDS, COUNTED, ROLES].flatMap((table) => table.trim().split('\n').flatMap(toTerms)),
      ...Object.entries(SIGNS).map(([name, text]) => toTerm(name, 'long', text)),
      ...numbered('month', MONTHS),
      ...numbered('season', SEASONS),
      ...numbered('ordinal', ORDINALS),
      ...numbered('long-ordinal', LONG_ORDINALS),
    ],
  };
}

function toTerms(line: string): CslTerm[] {
  const [name = '', columns = ''] = line.split(': ');
  return columns.split(';').flatMap((column, index) => {
    const text = column.trim();
    return text === '' ? [] : [toTerm(name, FORMS[index]!, named(name, text))];
  });
}

function named(name: string, text: string): string {
  if (text === '-') return '';
  return text === '=' ? name.replace(/[-_]/g, ' ') : text;
}

/** Terms in two numbers are kept with their signs escaped, as those of a file are. */
function toTerm(name: string, form: string, text: string): CslTerm {
  const [single = '', multiple] = text.split('/');
  if (multiple === undefined) return { name, form, single, multiple: single, match: null };
  return { name, form, single: encodeXmlText(single), multiple: encodeXmlText(multiple), match: null };
}

/** `month-01` and so on; behind a comma the short form. */
function numbered(name: string, words: string): CslTerm[] {
  return words.split(' ').flatMap((word, index) => {
    const numberedName = `${name}-${String(index + 1).padStart(2, '0')}`;
    return word.split(',').map((text, form) => toTerm(numberedName, FORMS[form]!, text));
  });
}
