import type { Config } from '../model/config.js';

/**
 * The latest moment at which a file counts as changed, in milliseconds since 1970: where `SOURCE_DATE_EPOCH` says what time it is, that, since
 * a checkout gives files the time of the checkout.
 */
export function latestChange({ sourceDate, variables }: Pick<Config, 'sourceDate' | 'variables'>): number {
  const isSaid = (variables['SOURCE_DATE_EPOCH'] ?? '') !== '';
  return isSaid && sourceDate !== null ? sourceDate * 1000 : Number.POSITIVE_INFINITY;
}
