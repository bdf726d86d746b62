/**
 * What stands for a line end in code that Liquid's `highlight` made for `CommonMarkGhPages`, so that no blank line ends the element in
 * Markdown (jekyll-commonmark-ghpages 0.5.1). The converter puts the line ends back; pages that it does not convert keep this.
 */
export const LINE_END_STAND_IN = '<br data-jekyll-commonmark-ghpages>';
