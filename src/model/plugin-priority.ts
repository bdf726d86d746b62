/** Jekyll's `Plugin::PRIORITIES`: converters and generators run from the highest to the lowest; Jekyll's own default is `normal`. */
export type PluginPriority = 'highest' | 'high' | 'normal' | 'low' | 'lowest';

/** The numbers behind the names; equal ones keep their order of registration. */
export const PLUGIN_PRIORITIES = {
  highest: 100,
  high: 10,
  normal: 0,
  low: -10,
  lowest: -100,
} as const satisfies Record<PluginPriority, number>;
