// What `log.rb` does, for this program.
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const log = [];

const site = (event, run) => ({ owner: 'site', event, priority: 'normal', run });
const known = (data) => ['layout', 'title', 'seen'].map((key) => `${key}=${data.get(key) ?? '-'}`).join(' ');

export default () => ({
  hooks: [
    site('after_init', ({ pages, config }) =>
      log.push(`site after_init ${pages.length} ${config.settings.get('title')}`),
    ),
    ...['after_reset', 'post_read', 'pre_render', 'post_render', 'post_write'].map((event) =>
      site(event, ({ pages, config }) => {
        log.push(`site ${event} ${pages.length}`);
        const { source } = config.directories;
        if (event === 'post_write') writeFileSync(join(source, 'log.txt'), `${log.join('\n')}\n`);
      }),
    ),
    {
      owner: 'clean',
      event: 'on_obsolete',
      priority: 'normal',
      run: (files) => log.push(`clean on_obsolete ${files.map((file) => basename(file)).sort().join(' ')}`),
    },
    ...['post_init', 'pre_render', 'post_convert', 'post_render', 'post_write'].flatMap((event) =>
      ['documents', 'posts', 'recipes', 'pages'].map((owner) => ({
        owner,
        event,
        priority: 'normal',
        run({ file, data }) {
          log.push(`${owner} ${event} ${file.path} ${known(data)}`);
          if (event === 'post_init') data.set('seen', 'seen');
        },
      })),
    ),
    ...['high', 'low'].map((priority) => ({
      owner: 'pages',
      event: 'post_init',
      priority,
      run: ({ file }) => log.push(`${priority} pages ${file.name}`),
    })),
  ],
  generators: [
    {
      name: 'Maker',
      priority: 'normal',
      generate(_site, tools) {
        const body = '{{ page.title }} {{ page.seen }}';
        log.push('generator begins');
        const page = tools.page({ path: 'made/page.html', data: { title: 'Made', layout: 'default' }, body });
        log.push('generator ends');
        return { pages: [page] };
      },
    },
  ],
});
