type Makers<Source, Parts> = { readonly [Name in keyof Parts]: (source: Source, parts: Parts) => Parts[Name] };

/** What has been made so far of an object with lazy parts, some of them undefined. */
const made = Symbol('made');

/**
 * Makes objects whose parts are each made when they are first asked for. Every request has dozens of loaders and lists to
 * its name, of which it needs a few, and a subscription that waits for minutes needs none. A copy by Object.assign, which
 * Apollo makes of contexts, has the same parts, also those that are made later.
 */
export function lazyParts<Source, Parts extends object>(makers: Makers<Source, Parts>): (source: Source) => Parts {
  class Whole {
    readonly [made]: unknown[] = [];

    constructor(readonly source: Source) {}
  }
  (Object.keys(makers) as (keyof Parts & string)[]).forEach((name, index) => {
    Object.defineProperty(Whole.prototype, name, {
      get(this: Whole & Parts) {
        return (this[made][index] ??= makers[name](this.source, this));
      },
    });
  });
  return (source) => new Whole(source) as Whole & Parts;
}

/** The parts that have been made. */
export function madeParts<Parts extends object>(whole: Parts): readonly Parts[keyof Parts][] {
  const parts = made in whole ? (whole[made] as (Parts[keyof Parts] | undefined)[]) : [];
  return parts.filter((part) => part !== undefined);
}
