/** Blocks of plugins that render their bodies themselves, and what tags leave for each other. */
import { expect, test } from 'vitest';
import { buildSite } from '../helpers/build-site.js';

const PLUGIN = `
const shared = (context) => context.registers.shared;
export default {
  tags: [
    {
      name: 'each_of',
      isBlock: true,
      rendersBody: true,
      compile: (markup) => (context, body, renderBody) =>
        markup.trim().split(' ').map((item) => context.within(new Map([['item', item]]), renderBody)).join(',') + body,
    },
    { name: 'keep', isBlock: true, compile: () => (context, body) => { shared(context).set('kept', body); context.assign('set', 1); return ''; } },
    { name: 'kept', isBlock: false, compile: () => (context) => shared(context).get('kept') ?? 'none' },
  ],
};`;

test('a block renders its body as often as it likes, with names of its own', async () => {
  const { outputs, said } = await buildSite({
    '_plugins/a.mjs': PLUGIN,
    'index.html':
      '---\n---\n{% assign item = 0 %}{% each_of a b %}{{ item }}{% each_of c %}{{ item }}{% endeach_of %}{% endeach_of %} {{ item }}',
    'other.html': '---\n---\n{% kept %}{% keep %}x{% endkeep %}{% kept %}{{ set }}',
  });
  expect(said).toBe('');
  expect(outputs).toEqual({ 'index.html': 'ac,bc 0', 'other.html': 'nonex1' });
});
