import type { ItemHook } from '../../model/plugin.js';

/**
 * Has style sheets made again in every build: what a program reads, its configuration or all templates, is known to nobody else.
 *
 * @param isMeant asked of a file's extension, e.g. `.css`
 */
export function anewEachTime(isMeant: (extension: string) => boolean): ItemHook {
  return {
    owner: 'pages',
    event: 'pre_render',
    priority: 'normal',
    run(item) {
      if (isMeant(item.file.extension)) item.depend('unseen');
    },
  };
}
