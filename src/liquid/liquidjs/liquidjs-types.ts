import type { Liquid } from 'liquidjs';

/** A tag's class, as liquidjs's registry holds it; liquidjs does not export the name. */
export type TagClass = Liquid['tags'][string];

/** What `registerTag` takes: a class, or an object with `parse` and `render`. */
export type LiquidjsTag = Parameters<Liquid['registerTag']>[1];
