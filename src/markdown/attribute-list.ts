/** What `{: .class #id key="value" reference}` says, before it reaches an element. */
export interface AttributeList {
  /** Names of attribute list definitions to look up, in order; also markers such as `toc`. */
  readonly references: string[];
  /** Attributes in the order in which they were first named; classes joined by a space. */
  readonly attributes: Map<string, string>;
}

/** An empty list to parse into. */
export function createAttributeList(): AttributeList {
  return { references: [], attributes: new Map() };
}
