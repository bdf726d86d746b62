import { describe, expect, test } from 'vitest';
import { wholeText } from '../../src/model/output.js';
import { inspect } from '../../src/ruby/inspect.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { readFolder } from './read-folder.js';

/** Reads one file of posts. */
function post(path: string, header: string): { data: string; body: string; err: string } {
  const { site, err } = readFolder(temporaryFolder({ [path]: `---\n${header}\n---\nbody` }));
  const { data, body } = site.collections.get('posts')!.documents[0]!;
  return { data: inspect(data), body: wholeText(body), err: err() };
}

/** Jekyll 4.4.1 has the same data for the same files. */
describe('the data of a post', () => {
  test.each([
    [
      'categories: [b, [c, d], ~, 3]',
      '{"draft"=>false, "categories"=>["b", ["c", "d"], nil, 3, "[\\"c\\", \\"d\\"]", "", "3", "c", "d"], "date"=>2024-01-02 00:00:00 +0000, "title"=>"P", "slug"=>"p", "ext"=>".md", "tags"=>[]}',
    ],
    [
      'categories: a b',
      '{"draft"=>false, "categories"=>["a", "b"], "date"=>2024-01-02 00:00:00 +0000, "title"=>"P", "slug"=>"p", "ext"=>".md", "tags"=>[]}',
    ],
    [
      'category: x y',
      '{"draft"=>false, "categories"=>["x y"], "category"=>"x y", "date"=>2024-01-02 00:00:00 +0000, "title"=>"P", "slug"=>"p", "ext"=>".md", "tags"=>[]}',
    ],
    [
      'category: [p, ~]',
      '{"draft"=>false, "categories"=>["p"], "category"=>["p", nil], "date"=>2024-01-02 00:00:00 +0000, "title"=>"P", "slug"=>"p", "ext"=>".md", "tags"=>[]}',
    ],
    [
      'category: false\ncategories: q',
      '{"draft"=>false, "categories"=>["q"], "category"=>false, "date"=>2024-01-02 00:00:00 +0000, "title"=>"P", "slug"=>"p", "ext"=>".md", "tags"=>[]}',
    ],
    [
      'categories: a A a',
      '{"draft"=>false, "categories"=>["a", "A"], "date"=>2024-01-02 00:00:00 +0000, "title"=>"P", "slug"=>"p", "ext"=>".md", "tags"=>[]}',
    ],
    [
      'tags: [x, [y, ~]]',
      '{"draft"=>false, "categories"=>[], "tags"=>["x", "y"], "date"=>2024-01-02 00:00:00 +0000, "title"=>"P", "slug"=>"p", "ext"=>".md"}',
    ],
    [
      'tags: t u',
      '{"draft"=>false, "categories"=>[], "tags"=>["t", "u"], "date"=>2024-01-02 00:00:00 +0000, "title"=>"P", "slug"=>"p", "ext"=>".md"}',
    ],
    [
      'tags: {a: 1}',
      '{"draft"=>false, "categories"=>[], "tags"=>[], "date"=>2024-01-02 00:00:00 +0000, "title"=>"P", "slug"=>"p", "ext"=>".md"}',
    ],
    [
      'tags: 5',
      '{"draft"=>false, "categories"=>[], "tags"=>[], "date"=>2024-01-02 00:00:00 +0000, "title"=>"P", "slug"=>"p", "ext"=>".md"}',
    ],
    [
      'tag: t u',
      '{"draft"=>false, "categories"=>[], "tag"=>"t u", "date"=>2024-01-02 00:00:00 +0000, "title"=>"P", "slug"=>"p", "ext"=>".md", "tags"=>["t u"]}',
    ],
    [
      'tag: [t, [u, ~]]',
      '{"draft"=>false, "categories"=>[], "tag"=>["t", ["u", nil]], "date"=>2024-01-02 00:00:00 +0000, "title"=>"P", "slug"=>"p", "ext"=>".md", "tags"=>["t", "u"]}',
    ],
    [
      'tag: ~\ntags: v',
      '{"draft"=>false, "categories"=>[], "tag"=>nil, "tags"=>["v"], "date"=>2024-01-02 00:00:00 +0000, "title"=>"P", "slug"=>"p", "ext"=>".md"}',
    ],
    [
      '~',
      '{"draft"=>false, "categories"=>[], "date"=>2024-01-02 00:00:00 +0000, "title"=>"P", "slug"=>"p", "ext"=>".md", "tags"=>[]}',
    ],
    [
      'date: 2024-05-05',
      '{"draft"=>false, "categories"=>[], "date"=>2024-05-05 00:00:00 +0000, "title"=>"P", "slug"=>"p", "ext"=>".md", "tags"=>[]}',
    ],
    [
      'date: 2024-05-05 10:00:00 +0300',
      '{"draft"=>false, "categories"=>[], "date"=>2024-05-05 07:00:00 +0000, "title"=>"P", "slug"=>"p", "ext"=>".md", "tags"=>[]}',
    ],
    [
      'date: 2024-05-05T10:00:00.75Z',
      '{"draft"=>false, "categories"=>[], "date"=>2024-05-05 10:00:00 +0000, "title"=>"P", "slug"=>"p", "ext"=>".md", "tags"=>[]}',
    ],
    [
      'date: May 5, 2024',
      '{"draft"=>false, "categories"=>[], "date"=>2024-05-05 00:00:00 +0000, "title"=>"P", "slug"=>"p", "ext"=>".md", "tags"=>[]}',
    ],
    [
      'title: ~',
      '{"draft"=>false, "categories"=>[], "title"=>"P", "date"=>2024-01-02 00:00:00 +0000, "slug"=>"p", "ext"=>".md", "tags"=>[]}',
    ],
    [
      'title: false',
      '{"draft"=>false, "categories"=>[], "title"=>"P", "date"=>2024-01-02 00:00:00 +0000, "slug"=>"p", "ext"=>".md", "tags"=>[]}',
    ],
    [
      'slug: Ünï x',
      '{"draft"=>false, "categories"=>[], "slug"=>"Ünï x", "date"=>2024-01-02 00:00:00 +0000, "title"=>"P", "ext"=>".md", "tags"=>[]}',
    ],
    [
      'ext: .txt',
      '{"draft"=>false, "categories"=>[], "ext"=>".txt", "date"=>2024-01-02 00:00:00 +0000, "title"=>"P", "slug"=>"p", "tags"=>[]}',
    ],
    [
      'draft: true',
      '{"draft"=>true, "categories"=>[], "date"=>2024-01-02 00:00:00 +0000, "title"=>"P", "slug"=>"p", "ext"=>".md", "tags"=>[]}',
    ],
    [
      'published: "no"',
      '{"draft"=>false, "categories"=>[], "published"=>"no", "date"=>2024-01-02 00:00:00 +0000, "title"=>"P", "slug"=>"p", "ext"=>".md", "tags"=>[]}',
    ],
  ])('from front matter: %s', (header, expected) => {
    expect(post('_posts/2024-01-02-p.md', header).data).toBe(expected);
  });

  test.each([
    [
      '_posts/es/2024-01-03-q.md',
      '{"draft"=>false, "categories"=>[], "date"=>2024-01-03 00:00:00 +0000, "title"=>"Q", "slug"=>"q", "ext"=>".md", "tags"=>[]}',
    ],
    [
      'es/_posts/x/2024-01-03-s.md',
      '{"draft"=>false, "categories"=>["es"], "date"=>2024-01-03 00:00:00 +0000, "title"=>"S", "slug"=>"s", "ext"=>".md", "tags"=>[]}',
    ],
    [
      '_posts/2024-01-04-foo--bar-..md',
      '{"draft"=>false, "categories"=>[], "date"=>2024-01-04 00:00:00 +0000, "title"=>"Foo  Bar", "slug"=>"foo--bar-", "ext"=>".md", "tags"=>[]}',
    ],
    [
      '_posts/24-1-5-k.md',
      '{"draft"=>false, "categories"=>[], "date"=>2024-01-05 00:00:00 +0000, "title"=>"K", "slug"=>"k", "ext"=>".md", "tags"=>[]}',
    ],
    [
      '_posts/2024-01-06-.md',
      '{"draft"=>false, "categories"=>[], "date"=>2024-01-06 00:00:00 +0000, "title"=>"", "slug"=>"", "ext"=>".md", "tags"=>[]}',
    ],
    [
      '_posts/2024-01-06-ǆab-ßtraße-ΟΔΟΣ.md',
      '{"draft"=>false, "categories"=>[], "date"=>2024-01-06 00:00:00 +0000, "title"=>"ǅab Sstraße Οδοσ", "slug"=>"ǆab-ßtraße-ΟΔΟΣ", "ext"=>".md", "tags"=>[]}',
    ],
  ])('from its name: %s', (path, expected) => {
    expect(post(path, '').data).toBe(expected);
  });

  test('has the categories of its folders before its own', () => {
    expect(post('es/mx/_posts/2024-01-03-r.md', 'categories: [mx, z]').data).toContain(
      '"categories"=>["es", "mx", "z"]',
    );
  });

  test.each([
    ['categories: {a: 1}', 'no implicit conversion of Hash into Array'],
    ['categories: 5', 'no implicit conversion of Integer into Array'],
    ['categories: true', 'no implicit conversion of true into Array'],
    ['- a', 'Invalid YAML front matter'],
    ['text', 'Invalid YAML front matter'],
  ])('is what was known before, when front matter cannot be used: %s', (header, reason) => {
    const { data, body, err } = post('_posts/2024-01-02-p.md', header);
    expect(data).toBe('{"draft"=>false, "categories"=>[], "date"=>2024-06-10 06:13:20 +0000}');
    expect(body).toBe('body');
    expect(err).toMatch(new RegExp(`could not read file .*2024-01-02-p\\.md: ${reason}`));
  });
});
