/** What the server tells an open page. The page's script imports these types, too. */

/** How the site fares, as far as it concerns the page. */
export interface StateMessage {
  readonly type: 'state';
  /** What the first build is at; `null` once one is done. */
  readonly progress: string | null;
  /** Why the page is not what it should be. */
  readonly here: { readonly title: string; readonly html: string } | null;
  /** What is wrong elsewhere, or might be. */
  readonly elsewhere: { readonly label: string; readonly isError: boolean; readonly html: string } | null;
  /** Why nothing is at the page's address. */
  readonly missing: string | null;
}

/** What a build changed. Paths begin at the root of the server, e.g. `/blog/site.css`. */
export interface ChangedMessage {
  readonly type: 'changed';
  /** Whether the page itself is another one. */
  readonly page: boolean;
  readonly styles: readonly string[];
  /** Scripts, images and the like, of which the page knows whether it uses them. */
  readonly others: readonly string[];
}

export type LiveMessage = StateMessage | ChangedMessage;

/** What the editor's address answers. */
export interface EditorAnswer {
  readonly isOpened: boolean;
  /** What to say, and `copied` in place of it, e.g. `about.md:6:7`. */
  readonly message: string;
  readonly place: string;
}
