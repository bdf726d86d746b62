/**
 * What an output read, as a key: `source:PATH`, `include:NAME`, `layout:NAME`, `config:KEY`, `site:KEY`, `data:PATH.INSIDE`,
 * `collection:posts`, `collection:posts.title`, `page:ID.attr`, `time:%Y`, `env:NAME`, `carried:counter.NAME`,
 * `carried:LAYOUT.cycles`. Recorded through `RenderContext.depend` only.
 */
export type DependencyKey = string;
