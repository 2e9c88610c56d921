/** The target of a request: a path, and the query string including its "?" or "". */
interface RequestTarget {
  readonly path: string;
  readonly search: string;
}

/**
 * Parses a request target in any of its forms (RFC 9112, 3.2): "/graphql?…", an absolute URL as proxies may send it,
 * and "*". Percent-encoded unreserved characters are decoded.
 */
export function targetOf(url: string): RequestTarget {
  const target = /^https?:\/\/[^/?]*/i.test(url) ? url.replace(/^https?:\/\/[^/?]*/i, '') : url;
  const start = target.indexOf('?');
  const path = start === -1 ? target : target.slice(0, start);
  return { path: plain(path) || '/', search: start === -1 ? '' : target.slice(start) };
}

/** RFC 3986, 2.3: a percent-encoded letter, digit, "-", ".", "_" or "~" is equivalent to the character. */
function plain(path: string): string {
  if (!path.includes('%')) return path;
  return path.replace(/%([46][1-9a-f]|[57][0-9a]|3[0-9]|2[de]|5f|7e)/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
