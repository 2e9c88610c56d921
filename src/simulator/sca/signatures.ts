import { createHmac, randomUUID } from 'node:crypto';
import type { Clock } from '../clock.js';
import { conflict, notFound, Refusal } from '../http/refusal.js';

const lifeMilliseconds = 30_000;
const masterKey = 'the devices of the local simulator have keys that are made of this';
const format =
  /^PowerAuth pa_activation_id="([^"]+)", pa_nonce="([^"]+)", pa_time="(\d+)", pa_signature="([0-9a-f]{64})"$/;

/** What a device signs: a request as LinkCy gets it. */
export interface RequestToSign {
  readonly method: string;
  /** Path and query, for instance "/api/partner/transactions". */
  readonly path: string;
  /** The raw body; a text stands for its UTF-8 bytes. Empty or left out where there is none. */
  readonly body?: string | Uint8Array | null;
}

/**
 * The signatures of the strategy DATA_SIGNING. As the PowerAuth SDK has it, a device signs the HTTP method, the path and
 * the raw body with a key of its own; a signature is good for 30 seconds and for one request.
 */
export class Signatures {
  /** When each nonce was made that is still good. */
  private readonly used = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  /** What the device puts in `Linkcy-SCA-Signature`. */
  sign(request: RequestToSign, scaDeviceId: string): string {
    const [nonce, time] = [randomUUID(), String(this.clock.now())];
    const signature = digest(request, scaDeviceId, nonce, time);
    return `PowerAuth pa_activation_id="${scaDeviceId}", pa_nonce="${nonce}", pa_time="${time}", pa_signature="${signature}"`;
  }

  /** Throws unless one of the user's devices has signed this request just now, and uses the signature up. */
  verify(request: RequestToSign, signature: string | undefined, scaDeviceIds: readonly string[]): void {
    if (scaDeviceIds.length === 0) throw notFound('NO_ACTIVE_SCA_DEVICE_FOUND', 'The user has no active SCA device');
    if (signature === undefined) throw conflict('SCA_SIGNATURE_MISSING', 'DATA_SIGNING takes a signature');
    const [, device = '', nonce = '', time = '', signed] = format.exec(signature) ?? [];
    if (signed === undefined) throw conflict('SCA_SIGNATURE_FORMAT_INVALID', 'The signature is malformed');
    if (!scaDeviceIds.includes(device)) throw conflict('SCA_DEVICE_NOT_VALID', 'It is not a device of this user');
    this.forgetOld();
    const fresh = this.isFresh(Number(time)) && !this.used.has(nonce);
    if (!fresh || signed !== digest(request, device, nonce, time)) {
      const message = 'The signature is not one for this operation';
      throw new Refusal(401, { errorCode: 'SCA_SIGNATURE_DOES_NOT_MATCH', message });
    }
    this.used.set(nonce, Number(time));
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

function digest({ method, path, body }: RequestToSign, scaDeviceId: string, nonce: string, time: string): string {
  const deviceKey = createHmac('sha256', masterKey).update(scaDeviceId).digest();
  return createHmac('sha256', deviceKey)
    .update(`${nonce}\n${time}\n${method}\n${path}\n`)
    .update(body ?? '')
    .digest('hex');
}
