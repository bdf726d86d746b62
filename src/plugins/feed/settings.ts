/** The `feed` section of the configuration. */
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';
import type { FeedRelease } from './release.js';

/** What feeds a site wants. */
export interface FeedSettings {
  /** Of the posts' feed, as the section itself says it; `null` for nothing. */
  readonly ownPath: string | null;
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

/** Posts are a collection like any other, but for settings that may also stand in the section itself. What the release does not know is not read. */
export function readFeedSettings(settings: RubyHash, release: FeedRelease): FeedSettings {
  const section = mapping(settings.get('feed'));
  const collections = new Map<string, CollectionFeeds>();
  const sections = release.hasCollections ? (section.get('collections') ?? null) : null;
  for (const [label, of] of collectionSections(sections)) {
    collections.set(label, collectionFeeds(of));
  }
  const posts = collections.get('posts');
  const categories = release.hasCollections ? listOf(section.get('categories')) : [];
  const postFeeds: CollectionFeeds = {
    path: posts?.path ?? textOf(section.get('path')),
    categories: posts?.categories.length ? posts.categories : categories,
  };
  collections.set('posts', postFeeds);
  const ownPath = textOf(section.get('path'));
  return {
    ownPath,
    path: ownPath ?? postFeeds.path,
    isOffInDevelopment: release.canBeOff && isTruthy(section.get('disable_in_development') ?? null),
    collections,
    tags: release.hasTags ? tagFeeds(section.get('tags') ?? null) : null,
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
