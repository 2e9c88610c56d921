/** Whether a text can stand in an HTTP header: no control characters but the tab, and nothing beyond Latin-1. */
export function isHeaderValue(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}

/**
 * Throws a TypeError that names the first header whose value cannot be sent. This is not left to undici: its Pool never
 * again uses the connection for which it refused a request, so a few such requests would stop everything.
 */
export function requireHeaderValues(call: string, headers: Readonly<Record<string, string>>): void {
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined && !isHeaderValue(value)) throw new TypeError(`${call}: the header ${name} cannot be sent`);
  }
}
