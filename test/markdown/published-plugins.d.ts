/** Plugins that come without types. */
declare module 'markdown-it-container';
declare module 'markdown-it-link-attributes';
declare module 'markdown-it-mark';
