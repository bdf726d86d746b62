import type { Plugin } from '../../model/plugin.js';
import { sourceOfDiagram } from './source-of-diagram.js';

const LANGUAGES: readonly string[] = [
  'actdiag',
  'blockdiag',
  'erd',
  'graphviz',
  'mermaid',
  'nomnoml',
  'nwdiag',
  'packetdiag',
  'plantuml',
  'rackdiag',
  'seqdiag',
  'smcat',
  'svgbob',
  'syntrax',
  'vega',
  'vegalite',
  'wavedrom',
];

/** jekyll-diagrams 0.10: each diagram's source in the element that would hold the picture. */
export const diagrams: Plugin = {
  name: 'jekyll-diagrams',
  tags: LANGUAGES.map((name) => ({
    name,
    isBlock: true,
    compile: () => (_context, body) =>
      `<div class='jekyll-diagrams diagrams ${name}'>\n  ${sourceOfDiagram(name, body)}\n</div>\n`,
  })),
};
