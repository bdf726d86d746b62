/**
 * References where the style that is asked for is not there: author, year, title and where it came out, in the language of CSL. It is
 * nobody's style, so that no reader takes it for one.
 */
export const PLAIN_STYLE = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>Plain</title><id>plain</id><updated>2026-01-01T00:00:00+00:00</updated></info>
<macro name="author">
  <names variable="author">
    <name and="text" name-as-sort-order="first" initialize-with=". "/>
    <substitute><names variable="editor"/><text variable="title"/></substitute>
  </names>
</macro>
<macro name="year"><date variable="issued"><date-part name="year"/></date></macro>
<macro name="place">
  <group delimiter=", ">
    <group delimiter=" "><text variable="container-title" font-style="italic"/><text variable="volume"/></group>
    <text variable="page"/>
    <text variable="publisher"/>
  </group>
</macro>
<citation et-al-min="3" et-al-use-first="1">
  <layout prefix="(" suffix=")" delimiter="; ">
    <group delimiter=", ">
      <names variable="author">
        <name form="short" and="text"/>
        <substitute><names variable="editor"/><text variable="title"/></substitute>
      </names>
      <text macro="year"/>
      <group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>
    </group>
  </layout>
</citation>
<bibliography>
  <layout suffix=".">
    <group delimiter=". ">
      <text macro="author"/>
      <text macro="year"/>
      <text variable="title"/>
      <text macro="place"/>
      <text variable="DOI" prefix="https://doi.org/"/>
    </group>
  </layout>
</bibliography>
</style>`;
