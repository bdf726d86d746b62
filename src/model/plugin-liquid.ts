/** What a plugin brings to templates: tags and filters. */
import type { Value } from '../ruby/value.js';
import type { Config } from './config.js';
import type { DependencyKey } from './dependency.js';
import type { Diagnostic } from './diagnostic.js';

/** What a tag or filter of a plugin may ask of the build; a part of Liquid's own context. */
export interface PluginContext {
  /** The configuration of the build; `null` in templates that belong to no site. */
  readonly config: Config | null;
  /** Notes that what is printed goes by this, e.g. `config:toc`: it is made again when that changes. */
  depend(key: DependencyKey): void;
  /** Looks a name up as `{{ name }}` would, e.g. `page`; one name, without dots. `null` when there is none. */
  lookup(name: string): Value;
  /** Sets a variable for the rest of the rendering, as `assign` does. */
  assign(name: string, value: Value): void;
  /** Runs with names that stand before all others, e.g. while a body is rendered. */
  within<T>(names: ReadonlyMap<string, Value>, run: () => T): T;
  /** What tags and filters leave for each other in one template, its includes among it: Liquid's registers. Names are best a plugin's own. */
  readonly registers: { readonly shared: Map<string, unknown> };
  /** Markdown to HTML with the site's converter. */
  markdownify(text: string): string;
  /** Tells the user of something wrong; an error makes the build fail, though not at once. */
  report(diagnostic: Diagnostic): void;
}

/** `{{ input | name: arguments }}`. */
export interface PluginFilter {
  /** As templates write it, e.g. `toc_only`. */
  readonly name: string;
  /** Fewest and most arguments after the input, e.g. `[0, 1]`; with any other number Liquid answers an error instead. */
  readonly arity: readonly [fewest: number, most: number];
  /**
   * @param context what it may ask of the build
   * @param input   what stands before the bar, whatever its type
   * @param args    what stands behind the colon, at least the fewest and at most the most
   * @returns what is printed, or goes on to the next filter
   */
  apply(context: PluginContext, input: Value, ...args: Value[]): Value;
  /**
   * Whether a text it answers has another encoding than UTF-8 in Ruby, US-ASCII or none, as what Ruby makes of numbers or of an empty list has.
   * It shows where Markdown begins with that text and is ASCII throughout: kramdown writes `&#8220;` for a curly quote there. Default: no.
   *
   * @param answer       what `apply` answered; asked of texts only
   * @param input        what stood before the bar
   * @param isInputAscii whether that is such a text, or would become one
   */
  isAscii?(answer: string, input: Value, isInputAscii: boolean): boolean;
}

/** `{% name markup %}`, or a block with a body up to `{% endname %}`. */
export interface PluginTag {
  /** As templates write it, e.g. `seo`. */
  readonly name: string;
  /** Whether it has a body, which ends with `{% endname %}`. */
  readonly isBlock: boolean;
  /** Whether its body is left to it: `body` is `''` then, and `renderBody` renders it, as often as it is asked to. Default: no. */
  readonly rendersBody?: true;
  /**
   * Called once per place in a template, before anything is rendered.
   *
   * @param markup what stands between the name and `%}`, untouched
   * @returns the function that runs each time the place is rendered, and answers what is printed there; `body` is the rendered block, `''`
   *          for a plain tag
   */
  compile(markup: string): (context: PluginContext, body: string, renderBody: () => string) => string;
}
