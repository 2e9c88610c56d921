/** Whether a text can be an HTTP field value: Latin-1 without control characters, except tab. */
export function isFieldValue(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}

/**
 * Throws a TypeError that names the first header whose value cannot be sent. Not left to undici: its Pool never reuses a
 * connection for which it refused a request, so a few such requests would block all others.
 */
export function requireFieldValues(call: string, headers: Readonly<Record<string, string>>): void {
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined && !isFieldValue(value)) throw new TypeError(`${call}: the header ${name} cannot be sent`);
  }
}
