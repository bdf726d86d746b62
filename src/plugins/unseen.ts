/** A user's own plugins, of which nobody sees what they read: what they have a part in is made anew at each build, unless they say otherwise. */
import type { Converter, Hook, ItemHook, Plugin, PluginFilter, PluginTag } from '../model/plugin.js';

const UNSEEN = 'unseen';

/** The plugin so that outputs in which its code has a part are noted. */
export function asUnseen(plugin: Plugin): Plugin {
  if (plugin.pure === true) return plugin;
  const { filters, tags, hooks, converters, ...rest } = plugin;
  return {
    ...rest,
    ...(filters && { filters: filters.map(unseenFilter) }),
    ...(tags && { tags: tags.map(unseenTag) }),
    ...(hooks && { hooks: hooks.map(unseenHook) }),
    ...(converters && { converters: (...parts) => converters(...parts).map(unseenConverter) }),
  };
}

/** Whether it may do anything to all pages at once, which nobody could note for one of them. */
export function reachesAll({ pure, hooks = [] }: Plugin): boolean {
  return pure !== true && hooks.some(({ owner, event }) => owner === 'site' && event.endsWith('_render'));
}

function unseenFilter(filter: PluginFilter): PluginFilter {
  return {
    ...filter,
    apply(context, ...values) {
      context.depend(UNSEEN);
      return filter.apply(context, ...values);
    },
  };
}

function unseenTag(tag: PluginTag): PluginTag {
  return {
    ...tag,
    compile(markup) {
      const render = tag.compile(markup);
      return (context, ...rest) => {
        context.depend(UNSEEN);
        return render(context, ...rest);
      };
    },
  };
}

function unseenHook(hook: Hook): Hook {
  if (hook.owner === 'site' || hook.owner === 'clean') return hook;
  const { run } = hook as ItemHook;
  return {
    ...hook,
    run(item, payload) {
      item.depend(UNSEEN);
      return run.call(hook, item, payload);
    },
  } as ItemHook;
}

/** Its other members may be of its class. */
function unseenConverter(converter: Converter): Converter {
  return Object.create(converter, { readsUnseen: { value: true } });
}
