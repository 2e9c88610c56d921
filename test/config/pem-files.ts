import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeIdentity } from '../support/certificates.js';

const directory = mkdtempSync(join(tmpdir(), 'pem-'));

/** Writes a file for one test, and gives its path. */
export function pemFile(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

export const authority = makeIdentity({ name: 'authority' });
export const client = makeIdentity({ name: 'partner', issuer: authority });
export const authorityFile = pemFile('authority.pem', authority.certificate);
export const clientFile = pemFile('client.pem', client.certificate);
export const clientKeyFile = pemFile('client-key.pem', client.key);
