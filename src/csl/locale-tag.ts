/** Languages whose region goes without saying, with that region (csl-ruby 2.2, `Locale.regions`). */
const REGIONS = new Map(
  `af-ZA bg-BG ca-AD cs-CZ da-DK de-DE el-GR en-US es-ES et-EE fa-IR fr-FR he-IL hu-HU is-IS it-IT ja-JP km-KH ko-KR mn-MN
  nb-NO nl-NL nn-NO pl-PL pt-PT ro-RO ru-RU sk-SK sl-SI sr-RS sv-SE th-TH tr-TR uk-UA vi-VN zh-CN`
    .split(/\s+/)
    .map((tag) => tag.split('-') as [string, string]),
);

/** Regions that are not the usual one of their language. */
const LANGUAGES = new Map([
  ...Array.from(REGIONS, ([language, region]) => [region, language] as const),
  ...(['de-AT', 'pt-BR', 'en-CA', 'de-CH', 'en-GB', 'zh-TW'] as const).map(
    (tag) => [tag.slice(3), tag.slice(0, 2)] as const,
  ),
]);

/**
 * A locale's tag in full, as in the name of its file (`locales-de-DE.xml`): `de` is `de-DE`, `-BR` is `pt-BR`, `de-at` is
 * `de-AT`, `sr` is `sr-Latn-RS`. `null` for what is no such tag.
 */
export function normalizeLocaleTag(tag: string): string | null {
  const found = /^([a-z]{2,3})?(?:-([a-z]{4}))?(?:-([a-z]{2}))?$/i.exec(tag.trim());
  if (found === null || found[0] === '') return null;
  const region = found[3]?.toUpperCase();
  const language = found[1]?.toLowerCase() ?? LANGUAGES.get(region ?? '');
  if (language === undefined) return null;
  const script = found[2] ?? (language === 'sr' ? 'Latn' : undefined);
  const titled = script && script[0]!.toUpperCase() + script.slice(1).toLowerCase();
  return [language, titled, region ?? REGIONS.get(language)].filter(Boolean).join('-');
}
