/** The `feed` section of the configuration. */
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';

/** What feeds a site wants. */
export interface FeedSettings {
  /** Of the posts' feed; `null` for the default. */
  readonly path: string | null;
  readonly isOffInDevelopment: boolean;
  /** By label, in the user's order. */
  readonly collections: ReadonlyMap<string, CollectionFeeds>;
  /** `null` without feeds by tag. */
  readonly tags: TagFeeds | null;
}

/** Feeds of one collection. */
export interface CollectionFeeds {
  /** `null` for the default. */
  readonly path: string | null;
  /** Each gets a feed besides the one of the whole collection. */
  readonly categories: readonly Value[];
}

/** Feeds by tag. */
export interface TagFeeds {
  /** What their paths start with. */
  readonly path: string;
  /** `null` for all tags. */
  readonly only: readonly Value[] | null;
  readonly except: readonly Value[];
}

/** Posts are a collection like any other, but for settings that may also stand in the section itself. */
export function readFeedSettings(settings: RubyHash): FeedSettings {
  const section = mapping(settings.get('feed'));
  const collections = new Map<string, CollectionFeeds>();
  for (const [label, of] of collectionSections(section.get('collections') ?? null)) {
    collections.set(label, collectionFeeds(of));
  }
  const posts = collections.get('posts');
  const postFeeds: CollectionFeeds = {
    path: posts?.path ?? textOf(section.get('path')),
    categories: posts?.categories.length ? posts.categories : listOf(section.get('categories')),
  };
  collections.set('posts', postFeeds);
  return {
    path: textOf(section.get('path')) ?? postFeeds.path,
    isOffInDevelopment: isTruthy(section.get('disable_in_development') ?? null),
    collections,
    tags: tagFeeds(section.get('tags') ?? null),
  };
}

function collectionSections(value: Value): readonly (readonly [string, RubyHash])[] {
  if (Array.isArray(value)) return value.map((label) => [toS(label), new Map()]);
  return [...mapping(value)].map(([label, section]) => [toS(label), mapping(section)]);
}

function collectionFeeds(section: RubyHash): CollectionFeeds {
  return { path: textOf(section.get('path')), categories: listOf(section.get('categories')) };
}

function tagFeeds(value: Value): TagFeeds | null {
  if (!isTruthy(value)) return null;
  const section = mapping(value);
  const only = section.get('only') ?? null;
  return {
    path: textOf(section.get('path')) ?? '/feed/by_tag/',
    only: isTruthy(only) ? listOf(only) : null,
    except: listOf(section.get('except')),
  };
}

function mapping(value: Value | undefined): RubyHash {
  return value instanceof Map ? value : new Map();
}

function listOf(value: Value | undefined): readonly Value[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: Value | undefined): string | null {
  return isTruthy(value ?? null) ? toS(value!) : null;
}
