import { expect, test } from 'vitest';
import { parseDocument, writeDocument } from '../../src/html/document.js';

const UNNAMED =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN" "http://www.w3.org/TR/REC-html40/loose.dtd">\n';

/** What Nokogiri 1.13.10 with libxml2 2.9.14 makes of these pages. */
const cases: readonly (readonly [behaviour: string, input: string, expected: string])[] = [
  [
    'puts a declaration, html and body around a text',
    'plain <b>text</b>',
    `${UNNAMED}<html><body><p>plain <b>text</b></p></body></html>\n`,
  ],
  ['writes nothing into an empty page', '', `${UNNAMED}\n`],
  [
    'keeps a declaration without its odds and ends',
    '<!doctype  HTML foo>\n<html></html>',
    '<!DOCTYPE HTML>\n<html></html>\n',
  ],
  [
    'keeps the identifiers of a declaration',
    '<!DOCTYPE html public \'-//X//DTD "Y"//EN\' "http://x.example/d">\n<p>a</p>',
    '<!DOCTYPE html SYSTEM "http://x.example/d">\n<html><body><p>a</p></body></html>\n',
  ],
  [
    'leaves out the identifier for old tools',
    '<!DOCTYPE html SYSTEM "about:legacy-compat"><p>a',
    '<!DOCTYPE html>\n<html><body><p>a</p></body></html>\n',
  ],
  [
    'names the encoding first in the head, beside what HTML 5 says',
    '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>T</title>\n</head>\n<body>\n</body>\n</html>\n',
    '<!DOCTYPE html>\n<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">\n<meta charset="utf-8">\n<title>T</title>\n</head>\n<body>\n</body>\n</html>\n',
  ],
  [
    'corrects an encoding that is named',
    "<!DOCTYPE html>\n<head><meta content='text/html; charset=latin1' http-equiv=content-type></head>x",
    '<!DOCTYPE html>\n<html>\n<head><meta content="text/html; charset=UTF-8" http-equiv="content-type"></head>\n<body><p>x</p></body>\n</html>\n',
  ],
  [
    'leaves the encoding of its own alone',
    "<!DOCTYPE html>\n<head><meta http-equiv=content-type content='text/html; charset=utf-8'></head>x",
    '<!DOCTYPE html>\n<html>\n<head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head>\n<body><p>x</p></body>\n</html>\n',
  ],
  [
    'implies a head for what belongs there',
    '<title>T</title><p>a</p>',
    UNNAMED +
      '<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">\n<title>T</title>\n</head>\n<body><p>a</p></body>\n</html>\n',
  ],
  [
    'implies no second head',
    '<html><head></head>\n<script>1</script>\n<body>x</body></html>',
    UNNAMED +
      '<html>\n<head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"></head>\n<script>1</script>\n<body>x</body>\n</html>\n',
  ],
  [
    'puts what stands behind the body beside it',
    '<!DOCTYPE html>\n<html><body><p>a</p></body>\n<p>b</p>\ntext</html>',
    '<!DOCTYPE html>\n<html>\n<body><p>a</p></body>\n<p>b</p>\n<p>\ntext</p>\n</html>\n',
  ],
  [
    'begins another page behind the end of one',
    '<!DOCTYPE html>\n<html><body>a</body></html>\nb',
    '<!DOCTYPE html>\n<html><body>a</body></html><html><p>\nb</p></html>\n',
  ],
  [
    'begins it in the first where nothing stands before that',
    '<html><body>a</body></html>\nb',
    `${UNNAMED}<html>\n<body>a</body>\n<html><p>\nb</p></html>\n</html>\n`,
  ],
  [
    'keeps comments around the page',
    '<!-- a -->\n<!DOCTYPE html>\n<!-- b --><html><body></body></html><!-- c -->\n',
    '<!DOCTYPE html>\n<!-- a --><!-- b --><html><body></body></html><!-- c -->\n',
  ],
  [
    'puts no body around frames',
    '<frameset><frame src=a></frameset><noframes>n</noframes>',
    `${UNNAMED}<html>\n<frameset><frame src="a"></frameset>\n<noframes>n</noframes>\n</html>\n`,
  ],
  [
    'skips white space and marks of byte order before the page',
    '\ufeff \n<p>a',
    `${UNNAMED}<html><body><p>a</p></body></html>\n`,
  ],
  [
    'ends an open head at what belongs to a body',
    '<html><head><title>t</title><div>a</div></head><body>b</body>',
    UNNAMED +
      '<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">\n<title>t</title>\n</head>\n<body>\n<div>a</div>b</body>\n</html>\n',
  ],
];

test.each(cases)('%s', (_behaviour, input, expected) => {
  expect(writeDocument(parseDocument(input))).toBe(expected);
});
