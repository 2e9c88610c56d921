import { X509Certificate, createPrivateKey } from 'node:crypto';
import { fileText } from './file-text.js';

/** The certificates of a PEM file; undefined for an empty path. Each one is parsed, because TLS skips a broken one silently. */
export function certificates(path: string): string | undefined {
  if (path === '') return undefined;
  const text = textOf(path);
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0) throw new Error('must be a PEM file of certificates; this one holds none');
  for (const [index, block] of blocks.entries()) {
    if (!isCertificate(block)) throw new Error(`must be a PEM file of certificates; number ${index + 1} is broken`);
  }
  return blocks.join('\n');
}

/** The private key of a PEM file; undefined for an empty path. */
export function privateKey(path: string): string | undefined {
  if (path === '') return undefined;
  const text = textOf(path);
  // "BEGIN ENCRYPTED PRIVATE KEY", or "Proc-Type: 4,ENCRYPTED" in older files.
  if (text.includes('ENCRYPTED')) {
    throw new Error('must be a key without a passphrase; `openssl pkey -in FILE -out FILE` removes it');
  }
  try {
    createPrivateKey(text);
    return text;
  } catch {
    throw new Error('must be a PEM file of a private key; this one holds none');
  }
}

/** What is wrong with a client certificate and its key together; the text follows the setting's name. */
export function certificateProblem(certificate: string, key: string): string | undefined {
  const first = new X509Certificate(certificate);
  if (!first.checkPrivateKey(createPrivateKey(key))) {
    return 'must be the certificate of LINKCY_CLIENT_KEY_FILE, and stand before its chain; they do not belong together';
  }
  if (Date.parse(first.validTo) < Date.now()) return `must be valid; it has expired (${first.validTo})`;
  return undefined;
}

const textOf = (path: string) => fileText(path, 'must be a file that can be read');

function isCertificate(block: string): boolean {
  try {
    return new X509Certificate(block).raw.length > 0;
  } catch {
    return false;
  }
}
