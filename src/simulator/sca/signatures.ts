import { generateKeyPairSync, randomUUID, sign, verify, type KeyPairKeyObjectResult } from 'node:crypto';
import type { SettableClock } from '../clock.js';
import { conflict, notFound, Refusal } from '../http/refusal.js';

const lifeMilliseconds = 30_000;
const format = /^PowerAuth pa_activation_id="([^"]+)", pa_nonce="([^"]+)", pa_time="(\d+)", pa_signature="([\w-]+)"$/;

/** What a device signs: a request as LinkCy receives it. */
export interface RequestToSign {
  readonly method: string;
  /** Path and query, for instance "/api/partner/transactions". */
  readonly path: string;
  /** The raw body; a string stands for its UTF-8 bytes. Empty or absent if there is none. */
  readonly body?: string | Uint8Array | null;
}

/**
 * The signatures of the strategy DATA_SIGNING. As the PowerAuth SDK has it, a device signs the HTTP method, the path and
 * the raw body with a private key of its own, and LinkCy checks that with the device's public key, over the bytes that have
 * arrived; a signature is good for 30 seconds and for one request.
 */
export class Signatures {
  /** When each nonce was made that is still good. */
  private readonly used = new Map<string, number>();
  /** Of each device: the private key never leaves the phone, and LinkCy knows the public one. */
  private readonly keys = new Map<string, KeyPairKeyObjectResult>();

  constructor(private readonly clock: SettableClock) {}

  /** The `Linkcy-SCA-Signature` of a device. */
  sign(request: RequestToSign, scaDeviceId: string): string {
    const [nonce, time] = [randomUUID(), String(this.clock.now())];
    const signature = sign('sha256', signedBytes(request, nonce, time), this.keyOf(scaDeviceId).privateKey);
    return `PowerAuth pa_activation_id="${scaDeviceId}", pa_nonce="${nonce}", pa_time="${time}", pa_signature="${signature.toString('base64url')}"`;
  }

  /** Throws unless one of the user's devices has signed this request just now, and uses the signature up. */
  verify(request: RequestToSign, signature: string | undefined, scaDeviceIds: readonly string[]): void {
    if (scaDeviceIds.length === 0) throw notFound('NO_ACTIVE_SCA_DEVICE_FOUND', 'The user has no active SCA device');
    if (signature === undefined) throw conflict('SCA_SIGNATURE_MISSING', 'DATA_SIGNING takes a signature');
    const [, device = '', nonce = '', time = '', signed] = format.exec(signature) ?? [];
    if (signed === undefined) throw conflict('SCA_SIGNATURE_FORMAT_INVALID', 'The signature is malformed');
    if (!scaDeviceIds.includes(device)) throw conflict('SCA_DEVICE_NOT_VALID', 'It is not a device of this user');
    this.forgetOld();
    const isFresh = this.isFresh(Number(time)) && !this.used.has(nonce);
    const { publicKey } = this.keyOf(device);
    const bytes = signedBytes(request, nonce, time);
    if (!isFresh || !verify('sha256', bytes, publicKey, Buffer.from(signed, 'base64url'))) {
      const message = 'The signature is not one for this operation';
      throw new Refusal(401, { errorCode: 'SCA_SIGNATURE_DOES_NOT_MATCH', message });
    }
    this.used.set(nonce, Number(time));
  }

  private keyOf(scaDeviceId: string): KeyPairKeyObjectResult {
    const known = this.keys.get(scaDeviceId) ?? generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.keys.set(scaDeviceId, known);
    return known;
  }

  private isFresh(time: number): boolean {
    return Math.abs(this.clock.now() - time) < lifeMilliseconds;
  }

  /** The oldest come first, or nearly so: one that is forgotten late does no harm. */
  private forgetOld(): void {
    for (const [nonce, time] of this.used) {
      if (this.isFresh(time)) return;
      this.used.delete(nonce);
    }
  }
}

/** Each part but the last has an end of its own, so that no two requests are the same bytes. */
function signedBytes({ method, path, body }: RequestToSign, nonce: string, time: string): Buffer {
  return Buffer.concat([Buffer.from(`${nonce}\n${time}\n${method}\n${path}\n`), Buffer.from(body ?? '')]);
}
