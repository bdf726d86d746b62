/** Elements, made without a parser: a site may forbid text to become HTML. */

/** An element with attributes and children. */
export function make(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(text: string): string },
  ): { createHTML(text: string): string };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | null | undefined;

/** Fills an element with HTML of the server's, or with its text alone where the site's policy forbids that. */
export function fill(element: HTMLElement, html: string): void {
  try {
    policy ??= (window as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('utterson', {
      createHTML: (text) => text,
    });
    element.innerHTML = policy ? policy.createHTML(html) : html;
  } catch {
    element.textContent = html
      .replace(/<[^>]*>/g, '')
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  }
}
