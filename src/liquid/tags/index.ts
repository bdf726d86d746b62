import type { TagDefinition } from '../tag.js';
import { assign } from './assign.js';
import { capture } from './capture.js';
import { caseTag } from './case.js';
import { comment } from './comment.js';
import { decrement, increment } from './counters.js';
import { cycle } from './cycle.js';
import { forTag } from './for.js';
import { highlight } from './highlight.js';
import { ifTag, unless } from './if.js';
import { ifchanged } from './ifchanged.js';
import { include, includeRelative } from './include.js';
import { breakTag, continueTag } from './interrupts.js';
import { link } from './link.js';
import { postUrl } from './post-url.js';
import { raw } from './raw.js';
import { tableRow } from './table-row.js';

/** Liquid 4.0.4's tags; its `include` gives way to Jekyll's. */
export const liquidTags: readonly TagDefinition[] = [
  assign,
  breakTag,
  capture,
  caseTag,
  comment,
  continueTag,
  cycle,
  decrement,
  forTag,
  ifTag,
  ifchanged,
  increment,
  raw,
  tableRow,
  unless,
];

/** Jekyll 4.4.1's tags. */
export const jekyllTags: readonly TagDefinition[] = [highlight, include, includeRelative, link, postUrl];
