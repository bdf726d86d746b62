/** The overlay over a page that could not be made, and the badge with what is wrong elsewhere. In a shadow tree, so that neither the site's styles nor its scripts meet them. */
import { FINDINGS_STYLE } from '../findings-style.js';
import type { StateMessage } from '../live-message.js';
import { Badge } from './badge.js';
import type { EditorLinks } from './editor-links.js';
import { Overlay } from './overlay.js';
import { PANEL_STYLE } from './panel-style.js';

/** What is shown over a page of the site. */
export class Panels {
  readonly #host = document.createElement('utterson-panels');
  readonly #overlay: Overlay;
  readonly #badge: Badge;

  constructor(editor: EditorLinks) {
    const root = this.#host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    // Style sheets made so are no matter of a site's policy.
    sheet.replaceSync(FINDINGS_STYLE + PANEL_STYLE);
    root.adoptedStyleSheets = [sheet];
    this.#overlay = new Overlay(root);
    this.#badge = new Badge(root, () => this.#overlay.reopen());
    editor.listenIn(root, (text) => (this.#overlay.isOpen ? this.#overlay : this.#badge).say(text));
  }

  /** Shows how the site fares. */
  show({ here, elsewhere, missing }: StateMessage): void {
    const draw = (): void => {
      if (!this.#host.isConnected) document.documentElement.append(this.#host);
      this.#overlay.show(here);
      this.#badge.show({ hidden: here?.title ?? null, elsewhere, missing });
    };
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', draw, { once: true });
    else draw();
  }
}
