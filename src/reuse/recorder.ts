/**
 * Which values behind which keys an output read, what it reported and what it leaves to later ones. Reading an attribute of many
 * members of a group is one key over the group, so that a navigation over all posts costs a page a handful of keys and each read a
 * few map look-ups.
 */
import {
  attributeKey,
  type CarriedName,
  type DependencyKey,
  groupKey,
  type MemberGroup,
  splitKey,
} from '../model/dependency.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Page, Renderable } from '../model/page.js';
import type { Effects } from '../model/turn.js';
import type { Value } from '../ruby/value.js';
import { printCarried } from './carried-print.js';
import { EffectsOfTurn, RecentEffects, type ValueNow } from './effects.js';
import { type ReadKeys, ReadShapes } from './read-keys.js';
import type { Remembered } from './remembered.js';

/** So many members of one attribute are recorded one by one; one more, and the key is the attribute over the whole group. */
const MOST_MEMBERS = 32;

/**
 * Attributes of the output in hand that have keys of their own: they come from its neighbours, or from what a generator made of the
 * site, and not from its file.
 */
const FROM_OTHERS: ReadonlySet<string> = new Set(['previous', 'next', 'excerpt', 'paginator', 'posts']);

/** One stretch of work. */
interface Stretch {
  /** Id of the page or document in hand, whose own attributes need no key; `null` for work that others share. */
  readonly owner: string | null;
  readonly keys: Set<DependencyKey>;
  /** Attributes of the owner that have keys of their own. */
  readonly own: Set<string>;
  /** Lists of keys that are among `keys`. */
  readonly lists: Set<readonly DependencyKey[]>;
  /** Group → attribute → ids of its members that were read; `null` once they are too many. */
  readonly attributes: Map<MemberGroup, Map<string, string[] | null>>;
  readonly diagnostics: Diagnostic[];
}

/** What a whole turn recorded. */
export interface RecordedTurn {
  readonly keys: ReadKeys;
  readonly diagnostics: readonly Diagnostic[];
  readonly effects: Effects;
  /** What stood behind the carried state that it read, before the turn changed any of it; nothing when that is not noted. */
  readonly entry: ReadonlyMap<CarriedName, string>;
}

/** Puts carried state back as a turn left it. */
export type Restore = (name: CarriedName, value: unknown) => void;

const NOTHING: readonly Diagnostic[] = [];

/** Records for the innermost stretch of work: the output in hand, or what is remembered for several. */
export class Recorder {
  /** The page or document in hand; `null` between turns. */
  file: Renderable | null = null;
  private current: Stretch | null = null;
  private effects: EffectsOfTurn | null = null;
  private entry: Map<CarriedName, string> | null = null;
  private readonly carried = new Map<CarriedName, ValueNow>();
  private readonly restorers = new Map<string, Restore>();
  private readonly shapes = new ReadShapes();
  private readonly recent = new RecentEffects();

  /**
   * @param passOn told at once of what is reported outside remembered work
   * @param notesEntry whether turns keep what they found: only a build whose turns are compared looks at it
   */
  constructor(
    private readonly passOn: (diagnostic: Diagnostic) => void,
    private readonly notesEntry = false,
  ) {}

  /** Runs the turn of a page or document. What it recorded is lost when it fails, but for what it reported. */
  turn(file: Renderable, run: () => void): RecordedTurn {
    this.file = file;
    this.effects = new EffectsOfTurn();
    const entry = new Map<CarriedName, string>();
    if (this.notesEntry) this.entry = entry;
    const stretch = newStretch(file.id);
    try {
      this.during(stretch, run);
      const keys = this.shapes.keysOf(file.id, stretch);
      return { keys, diagnostics: reportedIn(stretch), effects: this.effects.finish(this.recent), entry };
    } finally {
      this.effects = null;
      this.entry = null;
      this.file = null;
    }
  }

  /** Runs work of which others take the value, too: what it reads and reports becomes theirs by `recall` alone. */
  remember<T>(run: () => T): Remembered<T> {
    const stretch = newStretch(null);
    let isDone = false;
    try {
      const value = this.during(stretch, run);
      isDone = true;
      return { value, keys: this.shapes.sharedOr(keysOf(stretch)), diagnostics: reportedIn(stretch) };
    } finally {
      // Work that failed is not remembered: whoever asked for it read what it read.
      if (!isDone) this.recall({ value: null, keys: keysOf(stretch), diagnostics: stretch.diagnostics });
    }
  }

  /**
   * The same for work that waits, one at a time and outside turns; what it reports is passed on at once.
   *
   * @param owner a name for it
   */
  async rememberAsync<T>(owner: string, run: () => Promise<T>): Promise<Remembered<T>> {
    const stretch = newStretch(owner);
    this.current = stretch;
    try {
      return { value: await run(), keys: keysOf(stretch), diagnostics: reportedIn(stretch) };
    } finally {
      this.current = null;
    }
  }

  /** The value, with what it read and reported recorded for the stretch in hand. */
  recall<T>({ value, keys, diagnostics }: Remembered<T>): T {
    this.dependOnAll(keys);
    for (const diagnostic of diagnostics) this.report(diagnostic);
    return value;
  }

  private during<T>(stretch: Stretch, work: () => T): T {
    const outer = this.current;
    this.current = stretch;
    try {
      return work();
    } finally {
      this.current = outer;
    }
  }

  /** Notes that the value behind the key was read. */
  depend(key: DependencyKey): void {
    if (this.current === null) {
      if (isCarried(key)) this.noteEntry(key.slice(CARRIED.length) as CarriedName);
    } else this.add(key, this.current);
  }

  private add(key: DependencyKey, stretch: Stretch): void {
    if (isMembers(key)) {
      const { of, attribute } = splitKey(key);
      attributesOf(stretch, of as MemberGroup).set(attribute!, null);
      return;
    }
    if (isCarried(key)) this.noteEntry(key.slice(CARRIED.length) as CarriedName);
    stretch.keys.add(key);
  }

  /** What the turn in hand has left itself is no state that it found. */
  private noteEntry(name: CarriedName): void {
    const { entry, effects } = this;
    if (entry === null || entry.has(name) || effects!.hasLeft(name)) return;
    // Some values tell when they are looked at, as this does.
    entry.set(name, '');
    entry.set(name, this.printOf(name));
  }

  /** The same for each key of a list; one that is the same for many outputs costs them a look-up. */
  dependOnAll(keys: readonly DependencyKey[]): void {
    const stretch = this.current;
    if (stretch === null || stretch.lists.has(keys)) return;
    stretch.lists.add(keys);
    for (const key of keys) this.add(key, stretch);
  }

  /** Notes that an attribute of a page, document or static file was read, `*` for which attributes it has. */
  readAttribute(group: MemberGroup, id: string, attribute: string): void {
    const stretch = this.current;
    if (stretch === null) return;
    if (id === stretch.owner) {
      if (FROM_OTHERS.has(attribute)) stretch.own.add(attribute);
      return;
    }
    const attributes = attributesOf(stretch, group);
    const members = attributes.get(attribute);
    if (members === null) return;
    if (members === undefined) attributes.set(attribute, [id]);
    else if (!members.includes(id)) {
      if (members.length === MOST_MEMBERS) attributes.set(attribute, null);
      else members.push(id);
    }
  }

  /** Keeps a diagnostic with the work in hand; outside remembered work it is passed on at once. */
  report(diagnostic: Diagnostic): void {
    const stretch = this.current;
    stretch?.diagnostics.push(diagnostic);
    if (stretch === null || stretch.owner !== null) this.passOn(diagnostic);
  }

  /**
   * Notes that the turn in hand changed carried state.
   *
   * @param now what it is, by its name; asked at the turn's end
   */
  leave(name: CarriedName, now: ValueNow): void {
    this.carried.set(name, now);
    this.effects?.leave(name, now);
  }

  /** What the outputs so far have left under the name, as a text that is another one when it is; '' for nothing. */
  printOf(name: CarriedName): string {
    return printCarried(this.carried.get(name)?.(name));
  }

  /** Says who puts carried state back whose names begin with a word, e.g. `counter`. */
  onRestore(word: string, restore: Restore): void {
    this.restorers.set(word, restore);
  }

  /** Leaves what a turn left that is not taken again. */
  restore(carried: Effects['carried']): void {
    for (const [name, value] of carried) this.restorers.get(wordOf(name))!(name, value);
  }

  /** Notes that a hook wrote front matter; `undefined` for a key it took away. */
  wroteData(id: string, key: Value, value: Value | undefined): void {
    this.effects?.wroteData(id, key, value);
  }

  /** Notes a page that came up. */
  addedPage(page: Page): void {
    this.effects?.addedPage(page);
  }
}

const CARRIED = 'carried:';

/** Asked of every key that is read: no other kind begins with these two letters. */
function isCarried(key: DependencyKey): boolean {
  return key.charCodeAt(1) === 0x61 && key.charCodeAt(0) === 0x63;
}

/** The same: of a whole group. */
function isMembers(key: DependencyKey): boolean {
  return key.charCodeAt(1) === 0x65 && key.charCodeAt(0) === 0x6d;
}

function attributesOf({ attributes: byGroup }: Stretch, group: MemberGroup): Map<string, string[] | null> {
  let attributes = byGroup.get(group);
  if (attributes === undefined) byGroup.set(group, (attributes = new Map()));
  return attributes;
}

function wordOf(name: CarriedName): string {
  const end = name.indexOf(' ');
  return end < 0 ? name : name.slice(0, end);
}

function newStretch(owner: string | null): Stretch {
  return { owner, keys: new Set(), own: new Set(), lists: new Set(), attributes: new Map(), diagnostics: [] };
}

function reportedIn({ diagnostics }: Stretch): readonly Diagnostic[] {
  return diagnostics.length > 0 ? diagnostics : NOTHING;
}

/** The keys of work that has no own attributes. */
function keysOf({ keys, attributes }: Stretch): DependencyKey[] {
  const all = [...keys];
  for (const [group, byAttribute] of attributes) {
    for (const [attribute, members] of byAttribute) {
      if (members === null) all.push(groupKey(group, attribute));
      else for (const id of members) all.push(attributeKey(id, attribute));
    }
  }
  return all;
}
