import type { PluginTag } from '../model/plugin.js';
import type { TagDefinition } from './tag.js';

/** A plugin's tag as one of ours. As in Liquid, a block without anything to see prints nothing. */
export function pluginTag(tag: PluginTag): TagDefinition {
  return {
    name: tag.name,
    hasBody: tag.isBlock,
    parse(markup, parser) {
      const render = tag.compile(markup);
      if (!tag.isBlock) return { isBlank: false, write: (frame) => frame.write(render(frame, '', () => '')) };
      const { write: body } = parser.body();
      return {
        isBlank: parser.isBlank,
        write(frame) {
          const renderBody = (): string => frame.capture(body);
          frame.write(render(frame, tag.rendersBody ? '' : renderBody(), renderBody));
        },
      };
    },
  };
}
