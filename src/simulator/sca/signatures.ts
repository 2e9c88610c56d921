import { createHmac, randomUUID } from 'node:crypto';
import type { Clock } from '../clock.js';
import { conflict, notFound, Refusal } from '../http/refusal.js';

const lifeMilliseconds = 30_000;
const key = 'the local simulator signs SCA data with this';
const format =
  /^PowerAuth pa_activation_id="([^"]+)", pa_nonce="([^"]+)", pa_time="(\d+)", pa_signature="([0-9a-f]{64})"$/;

/**
 * The signatures of the strategy DATA_SIGNING. What LinkCy's real ones sign is not documented; these stand for one
 * device, one method and URL, 30 seconds, and one use.
 */
export class Signatures {
  private readonly used = new Set<string>();

  constructor(private readonly clock: Clock) {}

  /** What the user's phone would put in `Linkcy-SCA-Signature`; `request` is "POST /api/partner/transactions". */
  sign(scaDeviceId: string, request: string): string {
    const nonce = randomUUID();
    const time = String(this.clock.now());
    const signature = digest(scaDeviceId, nonce, time, request);
    return `PowerAuth pa_activation_id="${scaDeviceId}", pa_nonce="${nonce}", pa_time="${time}", pa_signature="${signature}"`;
  }

  /** Throws unless the signature fits, and uses it up. */
  verify(signature: string | undefined, scaDeviceId: string | undefined, request: string): void {
    if (scaDeviceId === undefined) throw notFound('NO_ACTIVE_SCA_DEVICE_FOUND', 'The user has no active SCA device');
    if (signature === undefined) throw conflict('SCA_SIGNATURE_MISSING', 'DATA_SIGNING takes a signature');
    const [, device = '', nonce = '', time = '', signed] = format.exec(signature) ?? [];
    if (signed === undefined) throw conflict('SCA_SIGNATURE_FORMAT_INVALID', 'The signature is malformed');
    if (device !== scaDeviceId) throw conflict('SCA_DEVICE_NOT_VALID', 'The signature comes from another device');
    const expired = Number(time) + lifeMilliseconds <= this.clock.now();
    if (expired || this.used.has(nonce) || signed !== digest(device, nonce, time, request)) {
      const fields = {
        errorCode: 'SCA_SIGNATURE_DOES_NOT_MATCH',
        message: 'The signature is not one for this operation',
      };
      throw new Refusal(401, fields);
    }
    this.used.add(nonce);
  }
}

function digest(...parts: readonly string[]): string {
  return createHmac('sha256', key).update(parts.join('\n')).digest('hex');
}
