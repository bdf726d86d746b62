import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { FilterError } from '../../liquid/filter.js';
import type { Plugin, PluginContext, PluginTag } from '../../model/plugin.js';
import { joinPaths } from '../../ruby/file-path.js';
import { toS } from '../../ruby/to-s.js';
import { sourceOfDiagram } from './source-of-diagram.js';

/**
 * jekyll-plantuml 1.4: the blocks `plantuml` and `plantuml_file` show the pictures that the gem has left in the site's folder `uml`, else
 * the diagrams' source.
 */
export const plantuml: Plugin = {
  name: 'jekyll-plantuml',
  tags: [
    block('plantuml', (_context, body) => body),
    block('plantuml_file', (context, body) => readDiagram(context, body)),
  ],
};

type Read = (context: PluginContext, body: string) => string;

function block(name: string, read: Read): PluginTag {
  return {
    name,
    isBlock: true,
    compile: (markup) => (context, body) => {
      const source = read(context, body);
      const picture = `uml/${createHash('md5').update(source).digest('hex')}.svg`;
      context.depend(`source:${picture}`);
      if (!existsSync(inSource(context, picture))) return sourceOfDiagram('plantuml', source);
      context.depend('config:baseurl');
      const base = toS(context.config?.settings.get('baseurl') ?? null);
      return `<p><object data='${base}/${picture}' type='image/svg+xml' ${markup.trim()} class='plantuml'></object></p>`;
    },
  };
}

function readDiagram(context: PluginContext, path: string): string {
  context.depend(`source:${path}`);
  const file = inSource(context, path);
  if (existsSync(file) && statSync(file).isFile()) return readFileSync(file, 'utf8');
  throw new FilterError(`No such file or directory @ rb_sysopen - ${path}`, false);
}

function inSource({ config }: PluginContext, path: string): string {
  return joinPaths(config?.directories.source ?? '', path);
}
