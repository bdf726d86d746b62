import { expect, test } from 'vitest';
import { buildSite } from '../helpers/build-site.js';

const THEME = {
  '_config.yml': 'plugins: [jekyll-data]\ntheme: ./themes/mine\n',
  'themes/mine/_layouts/l.html': '{{ content }}',
  'themes/mine/_data/d.yml': 'a: theme\nb: 1\n',
  '_data/d.yml': 'a: site\n',
  'a.html': '---\n---\n{{ theme | jsonify }} {{ theme.colour }} {{ site.data.d.a }} {{ site.data.d.b }}',
};

test('`theme` is the section with the theme’s name', async () => {
  const { outputs } = await buildSite({
    ...THEME,
    '_config.yml': `${THEME['_config.yml']}"./themes/mine": {colour: red}\n`,
  });
  expect(outputs['a.html']).toBe('{"colour":"red"} red site 1');
});

test('without such a section it is nothing', async () => {
  expect((await buildSite(THEME)).outputs['a.html']).toBe('null  site 1');
});
