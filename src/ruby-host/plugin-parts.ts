/** What a file registers in Ruby, as parts of a plugin. */
import type { Frame } from '../liquid/run/frame.js';
import type { TagDefinition } from '../liquid/tag.js';
import { jekyllTags, liquidTags } from '../liquid/tags/index.js';
import type { Hook, HookItem, ItemEvent, SiteEvent } from '../model/hook.js';
import { SITE_EVENTS } from '../model/hook.js';
import {
  ConversionError,
  type Converter,
  type Generator,
  PLUGIN_PRIORITIES,
  type PluginFilter,
  type PluginPriority,
} from '../model/plugin.js';
import type { Site } from '../model/site.js';
import { valueText } from '../reuse/value-text.js';
import type { RubyHash, Value } from '../ruby/value.js';
import { placeInMessages } from '../site/site-files.js';
import { additionsFrom } from './changes.js';
import { LikelyNames } from './likely-names.js';
import { RubyError } from './ruby-error.js';
import { failureOf, inBuild, inLiquid } from './ruby-failures.js';
import type { RubySession } from './session.js';

/** What the parts of one file share. */
export interface PartsTools {
  readonly session: RubySession;
  /** The file, from the site's folder. */
  readonly file: string;
  /** Notes of what its plain code goes by besides what it reads; `null` where the file is not plain. */
  readonly notes: readonly string[] | null;
  /** Names of tags of which nobody sees when they are made. */
  readonly bareTags: ReadonlySet<string>;
}

/** As the shim tells a tag: its name, whether it has a body, and the built-in one that its class comes from. */
export type TagRecord = readonly [name: string, isBlock: boolean, builtIn: string | null];

/** A tag whose class is in Ruby. */
export function rubyTag(
  [name, isBlock, builtIn]: TagRecord,
  { session, file, notes, bareTags }: PartsTools,
): TagDefinition {
  const { root } = session.config.directories;
  const what = `the tag ${name} (${file})`;
  const likely = new LikelyNames();
  const base = builtIn === null ? null : [...jekyllTags, ...liquidTags].find((tag) => tag.name === builtIn);
  return {
    name,
    hasBody: base?.hasBody ?? isBlock,
    ...(base?.innerTags && { innerTags: base.innerTags }),
    parse(markup, parser) {
      const number = session.frames.nextTag();
      const parts = [name, markup, parser.lineNumber];
      const make = (): ReturnType<RubySession['callPlain']> => {
        const takeToken = (): string | null => parser.takeToken()?.getText() ?? null;
        const call = (): ReturnType<RubySession['callPlain']> =>
          session.callPlain('new_tag', [number, ...parts], 'item', what, notes);
        return session.withTokens(takeToken, () => inLiquid(what, root, call));
      };
      const isBare = bareTags.has(name);
      if (isBare) session.depend(notes);
      const made = isBare ? { value: false, hasRead: false } : make();
      // What it read is read by all pages that show it.
      const notesOfTag = made.hasRead ? null : notes;
      const own = base?.parse(markup, parser);
      const body = own === undefined && isBlock ? parser.body().write : null;
      const isBlank = own?.isBlank ?? (isBlock ? parser.isBlank : made.value === true);
      let unmade = isBare ? parts : null;
      const render = (frame: Frame): string =>
        session.withFrame(frame, (place) => {
          const open = {
            number,
            frame,
            body: body && (() => frame.capture(body)),
            builtIn: own ? () => frame.capture(own.write) : null,
            likely,
          };
          const registers = session.frames.registersOf(frame);
          const given = session.frames.givenTo(open);
          const args = [number, unmade, place, registers, [...given.keys()], ...given.values()];
          const answer = session.frames.withinTag(open, () =>
            inLiquid(what, root, () => session.callPlain('render_tag', args, 'item', what, notesOfTag).value),
          );
          unmade = null;
          const [text, unused] = Array.isArray(answer) ? answer : [answer, []];
          likely.settle(unused as string[]);
          return text as string;
        });
      return { isBlank, write: (frame) => frame.write(render(frame)) };
    },
  };
}

/** As the shim tells a filter; `-1` for any number of arguments. */
export type FilterRecord = readonly [name: string, fewest: number, most: number];

/** A filter in Ruby. */
export function rubyFilter(
  [name, fewest, most]: FilterRecord,
  { session, file, notes }: PartsTools,
): PluginFilter {
  const what = `the filter ${name} (${file})`;
  const { root } = session.config.directories;
  return {
    name,
    arity: [fewest, most < 0 ? Number.POSITIVE_INFINITY : most],
    apply: (context, input, ...args) =>
      session.withFrame(context as Frame, (place) => {
        const registers = session.frames.registersOf(context as Frame);
        const all = [name, place, registers, input, ...args];
        return inLiquid(what, root, () => session.callPlain('filter', all, 'item', what, notes).value);
      }),
  };
}

/** As the shim tells a plugin's class: by its number, its kind, its name, its priority, and whether it comes from a built-in converter's. */
export type PluginRecord = readonly [
  number: number,
  kind: string,
  name: string,
  priority: string,
  isDerived: boolean,
];

/** A generator in Ruby. */
export function rubyGenerator(
  [number, , name, priority]: PluginRecord,
  { session, file }: PartsTools,
): Generator {
  const what = `the generator ${name} (${file})`;
  return {
    name,
    priority: priorityOf(priority),
    generate(site, tools) {
      session.see(site, tools, null);
      const record = inBuild(what, site.config.directories.root, null, () =>
        session.call('generate', [number], 'site', what),
      );
      return applied(record, site, { session, tools });
    },
  };
}

function applied(
  record: Value,
  site: Site,
  { session, tools }: { readonly session: RubySession; readonly tools: Parameters<typeof additionsFrom>[2] },
): ReturnType<typeof additionsFrom> {
  const additions = additionsFrom(record, site, tools);
  for (const path of ownOutputs(record)) session.ownOutputs.add(path);
  const made = [...(additions.pages ?? []), ...(additions.documents ?? [])].map(({ id }) => id);
  session.changedByRuby([...(additions.changes?.keys() ?? []), ...made], additions.data);
  return additions;
}

/** Where files go that plugins write themselves. */
function ownOutputs(record: Value): string[] {
  const files = record instanceof Map ? ((record.get('static') as RubyHash[] | undefined) ?? []) : [];
  return files.filter((file) => file.get('is_own') === true).map((file) => file.get('destination') as string);
}

/** A converter in Ruby. */
export function rubyConverter(
  [number, , name, priority, isDerived]: PluginRecord,
  { session, file, notes }: PartsTools,
): Converter {
  const what = `the converter ${name} (${file})`;
  const { root } = session.config.directories;
  let notesNow = notes;
  const ask = (method: string, argument: string): Value => {
    const { value, hasRead } = session.callPlain(
      'converter',
      [number, method, argument],
      'site',
      what,
      notesNow,
    );
    // What it takes is asked once for all pages.
    if (hasRead && method !== 'convert') notesNow = null;
    return value;
  };
  const [prefix, suffix] = session.call('converter_marks', [number], 'item', what) as (string | null)[];
  return {
    name,
    priority: priorityOf(priority),
    highlighterPrefix: prefix ?? null,
    highlighterSuffix: suffix ?? null,
    get readsUnseen() {
      return notesNow === null;
    },
    ...(isDerived && { isDerived: true }),
    matches: (extension) => {
      const answer = inBuild(what, root, null, () => ask('matches', extension));
      return answer !== null && answer !== false;
    },
    outputExtension: (extension) => inBuild(what, root, null, () => ask('output_ext', extension)) as string,
    convert(text) {
      try {
        return ask('convert', text) as string;
      } catch (error) {
        if (!(error instanceof RubyError)) throw error;
        const { message, hint, ...place } = failureOf(error, what, root, null);
        const where = place.file !== undefined && place.line !== undefined;
        throw new ConversionError(
          error.message,
          where ? { file: place.file!, line: place.line!, column: place.column ?? 1 } : null,
          { cause: error, hint: hint ?? message },
        );
      }
    },
  };
}

function priorityOf(name: string): PluginPriority {
  return name in PLUGIN_PRIORITIES ? (name as PluginPriority) : 'normal';
}

/** As the shim tells a hook. */
export type HookRecord = readonly [owner: string, event: string, priority: number, number: number];

/** A hook in Ruby. */
export function rubyHook([owner, event, priority, number]: HookRecord, tools: PartsTools): Hook {
  const { session, file } = tools;
  const what = `the hook ${owner}:${event} (${file})`;
  const { root } = session.config.directories;
  if (owner === 'clean') {
    return {
      owner,
      event: 'on_obsolete',
      priority,
      run(paths) {
        const kept = inBuild(what, root, null, () =>
          session.call('clean_hook', [number, paths], 'site', what),
        );
        paths.splice(0, paths.length, ...(kept as string[]));
      },
    };
  }
  if (owner === 'site') return siteHook(event as SiteEvent, priority, number, { ...tools, what });
  return {
    owner,
    event: event as ItemEvent,
    priority,
    run(item, payload) {
      const args = [number, session.attributesOf(item.file), new Map(item.data), payload !== null];
      const changed = session.withItem(item, payload, () =>
        inBuild(what, root, placeInMessages(item.file), () => session.call('item_hook', args, 'item', what)),
      );
      if (changed instanceof Map) changeItem(item, changed);
    },
  };
}

function siteHook(
  event: SiteEvent,
  priority: number,
  number: number,
  { session, what }: PartsTools & { readonly what: string },
): Hook {
  if (!SITE_EVENTS.includes(event)) throw new Error(`the site has no moment ${event}`);
  return {
    owner: 'site',
    event,
    priority,
    run(site, payload, tools, rendering) {
      session.see(site, tools, rendering);
      const record = session.withPayload(payload, () =>
        inBuild(what, site.config.directories.root, null, () =>
          session.call('site_hook', [number, payload !== null], 'site', what),
        ),
      );
      if (tools !== null) return applied(record, site, { session, tools });
      if (!(record instanceof Map)) return undefined;
      if (event === 'post_render' || event === 'post_write') session.changeOutputs(record, what);
      else changeSettings(site, record.get('config'));
      return undefined;
    },
  };
}

/** What hooks before reading write into the configuration. */
function changeSettings({ config }: Site, changed: Value | undefined): void {
  for (const [key, value] of changed instanceof Map ? changed : []) config.settings.set(key, value);
}

function changeItem(item: HookItem, changed: RubyHash): void {
  const content = changed.get('content');
  const output = changed.get('output');
  const data = changed.get('data');
  if (typeof content === 'string') item.content = content;
  if (typeof output === 'string') item.output = output;
  if (data instanceof Map) changeData(item.data, data);
}

/** Only what is another value is written: each write is noted. */
function changeData(data: RubyHash, changed: RubyHash): void {
  for (const key of [...data.keys()]) if (!changed.has(key)) data.delete(key);
  for (const [key, value] of changed) {
    const own = data.get(key);
    if (own === undefined || valueText(own) !== valueText(value)) data.set(key, value);
  }
}
