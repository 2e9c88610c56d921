type Makers<Source, Parts> = { readonly [Name in keyof Parts]: (source: Source, parts: Parts) => Parts[Name] };

/**
 * Makes objects whose parts are each made when they are first asked for. Every request has dozens of loaders and lists to
 * its name, of which it needs a few, and a subscription that waits for minutes needs none. Object.values gives those
 * parts that have been made, and a copy by Object.assign, which Apollo makes of contexts, has them and can make the rest.
 */
export function lazyParts<Source, Parts extends object>(makers: Makers<Source, Parts>): (source: Source) => Parts {
  const source = Symbol('source');
  const prototype = {};
  const keep = (whole: object, name: string, value: unknown) =>
    Object.defineProperty(whole, name, { value, enumerable: true });
  for (const name of Object.keys(makers) as (keyof Parts & string)[]) {
    Object.defineProperty(prototype, name, {
      get(this: Parts & { readonly [source]: Source }) {
        const value = makers[name](this[source], this);
        keep(this, name, value);
        return value;
      },
      set(this: object, value: unknown) {
        keep(this, name, value);
      },
    });
  }
  function Whole(this: { [source]: Source }, given: Source) {
    this[source] = given;
  }
  Whole.prototype = prototype;
  return (given) => Reflect.construct(Whole, [given]) as Parts;
}
