import { createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';

export interface Identity {
  readonly certificate: string;
  readonly key: string;
}

export interface IdentityOptions {
  readonly name: string;
  /** Host names and IPv4 addresses that the certificate is for. */
  readonly hosts?: readonly string[];
  /** Who signs it; absent: its own key. */
  readonly issuer?: Identity & { readonly name: string };
  /** Standard: tomorrow. */
  readonly end?: Date;
}

const dayMilliseconds = 86_400_000;

/** A new key and a certificate of it (X.509, RFC 5280), which may sign others. Made at once, without any program. */
export function makeIdentity({ name, hosts = [], issuer, end }: IdentityOptions): Identity & { readonly name: string } {
  const pair = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const key = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const until = end ?? new Date(Date.now() + dayMilliseconds);
  const extensions = [
    extension('551d13', sequence(der(0x01, Buffer.from([0xff])))),
    ...(hosts.length > 0 ? [extension('551d11', sequence(...hosts.map(alternativeName)))] : []),
  ];
  const toBeSigned = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    distinguishedName(issuer?.name ?? name),
    sequence(utcTime(new Date(until.getTime() - 30 * dayMilliseconds)), utcTime(until)),
    distinguishedName(name),
    pair.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = sign('sha256', toBeSigned, issuer === undefined ? pair.privateKey : createPrivateKey(issuer.key));
  const whole = sequence(toBeSigned, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature));
  const base64 = whole.toString('base64').replace(/.{64}(?!$)/g, '$&\n');
  return { name, key, certificate: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n` };
}

function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}

const sequence = (...contents: readonly Buffer[]) => der(0x30, ...contents);
const objectId = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const ecdsaWithSha256 = sequence(objectId('2a8648ce3d040302'));
const distinguishedName = (name: string) =>
  sequence(der(0x31, sequence(objectId('550403'), der(0x0c, Buffer.from(name)))));
const extension = (hex: string, value: Buffer) => sequence(objectId(hex), der(0x04, value));
const utcTime = (date: Date) =>
  der(
    0x17,
    Buffer.from(
      `${date
        .toISOString()
        .replace(/\.\d+|\D/g, '')
        .slice(2)}Z`,
    ),
  );
const alternativeName = (host: string) =>
  isIP(host) === 4 ? der(0x87, Buffer.from(host.split('.').map(Number))) : der(0x82, Buffer.from(host));
