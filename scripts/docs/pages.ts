import { commandPage } from './command-page.js';
import { configurationPages } from './configuration-pages.js';
import { differencesPage } from './differences-page.js';
import { languagePage } from './language-page.js';
import { libraryPage } from './library-page.js';
import { liquidPages } from './liquid-pages.js';
import type { DocsPage } from './markup.js';
import { messagePages } from './message-pages.js';
import { pluginPages } from './plugin-pages.js';

/** Every page of the documentation that is made from tables. They are read from the working directory, the repository's root. */
export function generatedPages(): DocsPage[] {
  return [
    ...configurationPages(),
    commandPage(),
    ...liquidPages(),
    languagePage(),
    ...pluginPages(),
    ...messagePages(),
    differencesPage(),
    libraryPage(),
  ];
}
