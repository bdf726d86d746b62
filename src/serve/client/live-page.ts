/** The page as changes reach it: patched in place where that is safe, loaded anew where not; style sheets are swapped. */
import { Idiomorph } from 'idiomorph';
import type { ChangedMessage } from '../live-message.js';
import { canPatch, hasScripts, isUntouched } from './safe-patch.js';
import { swapStyles, usesResource } from './style-sheets.js';

/** What changes the page, one after the other. */
export class LivePage {
  /** The page as the server sent it; `null` when nobody knows. */
  #sent: Promise<Document | null>;
  #queue: Promise<void> = Promise.resolve();

  constructor() {
    // Without scripts it is what it was sent as.
    this.#sent = loaded().then(() =>
      hasScripts(document) ? fetchPage() : (document.cloneNode(true) as Document),
    );
  }

  /** Shows what a build changed, as far as this page shows it. */
  apply({ page, styles, others }: ChangedMessage): void {
    this.#next(async () => {
      if (others.some(usesResource)) location.reload();
      else if (page) await this.#patch();
      swapStyles(styles);
    });
  }

  /** Asks for the page anew. */
  refresh(): void {
    this.#next(() => this.#patch());
  }

  #next(step: () => Promise<void>): void {
    this.#queue = this.#queue.then(step).catch(() => location.reload());
  }

  async #patch(): Promise<void> {
    await loaded();
    const [sent, next] = [await this.#sent, await fetchPage()];
    if (!sent || !next || !isUntouched(document, sent) || !canPatch(sent, next)) {
      location.reload();
      return;
    }
    document.title = next.title;
    Idiomorph.morph(document.body, next.body.cloneNode(true), {
      morphStyle: 'outerHTML',
      ignoreActiveValue: true,
      callbacks: { beforeAttributeUpdated: (name: string, element: Element) => !isUsersOwn(name, element) },
    });
    this.#sent = Promise.resolve(next);
  }
}

/** Whether an attribute stands for what the user did: typed, ticked, chose, opened. */
function isUsersOwn(name: string, element: Element): boolean {
  if (element instanceof HTMLDetailsElement || element instanceof HTMLDialogElement) return name === 'open';
  if (element instanceof HTMLInputElement) {
    return name === 'checked'
      ? element.checked !== element.defaultChecked
      : name === 'value' && element.value !== element.defaultValue;
  }
  if (element instanceof HTMLTextAreaElement)
    return name === 'value' && element.value !== element.defaultValue;
  return element instanceof HTMLOptionElement && name === 'selected';
}

function loaded(): Promise<unknown> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => addEventListener('DOMContentLoaded', resolve, { once: true }));
}

/** The page as the server has it now; `null` when it is none, or the site's policy keeps it from being read. */
async function fetchPage(): Promise<Document | null> {
  try {
    const response = await fetch(location.href, { cache: 'no-store', headers: { 'X-Utterson': 'page' } });
    if (!/^text\/html\b/.test(response.headers.get('Content-Type') ?? '')) return null;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    page.querySelector('script[src="/__utterson/client.js"]')?.remove();
    return page;
  } catch {
    return null;
  }
}
