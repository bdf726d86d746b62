/** When a page may be patched in place: nothing that a script made or listens to may be lost by it. */

/** Whether the page is what the server sent: no script has changed it. */
export function isUntouched(page: Document, sent: Document): boolean {
  return comparable(page.body).isEqualNode(comparable(sent.body));
}

/** Whether going from one page to the other needs no script to run, and none to hear of it. */
export function canPatch(sent: Document, next: Document): boolean {
  if (!isSameRoot(sent.documentElement, next.documentElement)) return false;
  if (!comparableHead(sent).isEqualNode(comparableHead(next))) return false;
  return hasScripts(next) || hasScripts(sent) ? isSameShape(sent.body, next.body) : true;
}

/** Without what the user opens and closes, and what is read differently where scripts run. */
function comparable(body: HTMLElement): Node {
  const copy = body.cloneNode(true) as HTMLElement;
  for (const element of copy.querySelectorAll('details, dialog')) element.removeAttribute('open');
  for (const element of copy.querySelectorAll('noscript')) element.replaceChildren();
  for (const element of copy.querySelectorAll('[nonce]')) element.removeAttribute('nonce');
  // White space behind the body ends up in it, but for what comes after the script has been looked for.
  copy.normalize();
  const last = copy.lastChild;
  if (last?.nodeType === Node.TEXT_NODE) last.nodeValue = last.nodeValue!.trimEnd();
  return copy;
}

/** What a head says of the page itself may change; what it loads may not. */
function comparableHead({ head }: Document): Node {
  const copy = head.cloneNode(true) as HTMLElement;
  for (const element of copy.querySelectorAll(
    'title, meta[name], meta[property], script[type$="json"], noscript',
  ))
    element.remove();
  copy.normalize();
  // Blank lines stay behind where something was taken out.
  for (const node of [...copy.childNodes])
    if (node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim() === '') node.remove();
  return copy;
}

/** Whether a page runs code of its own. */
export function hasScripts(page: Document): boolean {
  const isCode = (script: HTMLScriptElement): boolean =>
    /^$|^module$|^(?:text|application)\/(?:java|ecma)script$/i.test(script.type.trim());
  const handlers = page.evaluate(
    '//@*[starts-with(name(), "on")]',
    page,
    null,
    XPathResult.BOOLEAN_TYPE,
  ).booleanValue;
  return handlers || [...page.scripts].some(isCode);
}

/** The same elements with the same attributes: only texts differ, and none of a script or a style sheet. */
function isSameShape(one: Element, other: Element): boolean {
  if (!isSameRoot(one, other) || one.children.length !== other.children.length) return false;
  if (one.tagName === 'SCRIPT' || one.tagName === 'STYLE') return one.isEqualNode(other);
  return [...one.children].every((child, index) => isSameShape(child, other.children[index]!));
}

function isSameRoot(one: Element, other: Element): boolean {
  return one.cloneNode(false).isEqualNode(other.cloneNode(false));
}
