import { existsSync } from 'node:fs';
import { FilterError } from '../../liquid/filter.js';
import type { Frame } from '../../liquid/run/frame.js';
import type { TagDefinition } from '../../liquid/tag.js';
import { pathWithin, sanitizedPath } from '../../ruby/file-path.js';
import { strip } from '../../ruby/string.js';
import { strftime } from '../../ruby/time/strftime.js';
import { localTimeAt } from '../../ruby/time/time.js';
import { toS } from '../../ruby/to-s.js';
import { latestChange } from '../../site/latest-change.js';
import { dig } from '../shared/template-values.js';
import { configuredFormat } from './configured-format.js';
import { ModificationTimes } from './modification-times.js';

/** `{% last_modified_at %}` or `{% last_modified_at %Y-%m-%d %}`. A page's date keeps the format in which it is printed first, as in the gem. */
export function lastModifiedAtTag(): TagDefinition {
  let times: ModificationTimes | null = null;

  function print(frame: Frame, format: string): string {
    const source = frame.config?.directories.source ?? '';
    const file = sanitizedPath(source, toS(dig(frame.page, 'path')));
    if (!existsSync(file)) {
      throw new FilterError(`No such file or directory - ${file} does not exist!`, false);
    }
    const latest = frame.config ? latestChange(frame.config) : Number.POSITIVE_INFINITY;
    times ??= new ModificationTimes(source, latest);
    frame.render.depend(`modified:${pathWithin(source, file)}`);
    return strftime(localTimeAt(times.of(file)), format);
  }

  return {
    name: 'last_modified_at',
    parse(markup) {
      const own = strip(markup);
      return {
        isBlank: false,
        write(frame) {
          const path = toS(dig(frame.page, 'path'));
          const text = frame.render.first(`modified ${path}`, () => {
            frame.render.depend('config:last-modified-at');
            return print(frame, own || configuredFormat(frame.config));
          });
          frame.write(text);
        },
      };
    },
  };
}
