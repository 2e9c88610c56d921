import { sendMessage } from '../control/messages.js';
import { personInBody } from '../consumers/persons.js';
import { badRequest, conflict } from '../http/refusal.js';
import { RequestBody } from '../http/request-body.js';
import type { Call, Endpoint } from '../http/router.js';
import { secondsText } from '../http/instant.js';
import { write, type CheckedWrite } from '../http/write.js';

export const phoneVerificationRoutes: readonly Endpoint[] = [
  write('POST', '/api/partner/verifications/phone/send', send),
  write('POST', '/api/partner/verifications/phone/verify', verify),
];

/** The code of LinkCy's sandbox. */
const code = '123456';
const lifeMilliseconds = 10 * 60_000;
const mostAttempts = 5;

function send(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const consumer = personInBody(call, body);
  const { store, clock } = call.simulation;
  if (consumer.phone.verified) throw conflict('PHONE_ALREADY_VERIFIED', `The phone of ${consumer.id} is verified`);
  if ((store.phoneCodes.get(consumer.id)?.expiresAt ?? 0) > clock.now()) {
    throw conflict('PHONE_CODE_STILL_ACTIVE', `The last code for ${consumer.id} can still be used`);
  }
  return {
    carryOut() {
      store.phoneCodes.remove(consumer.id);
      store.phoneCodes.insert({ id: consumer.id, expiresAt: clock.now() + lifeMilliseconds, attempts: 0 });
      const text = 'Your code to verify your phone';
      sendMessage(call.simulation, { endUserId: consumer.id, channel: 'SMS', text, code });
      return { status: 200, body: { ttl: 'PT10M' } };
    },
  };
}

function verify(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const given = body.needs('code').text('code', { pattern: /^[0-9]{6}$/ });
  const consumer = personInBody(call, body);
  const { store, clock } = call.simulation;
  if (consumer.phone.verified) throw conflict('PHONE_ALREADY_VERIFIED', `The phone of ${consumer.id} is verified`);
  const sent = store.phoneCodes.get(consumer.id);
  if (sent !== undefined && sent.expiresAt <= clock.now()) {
    throw conflict('PHONE_CODE_HAS_EXPIRED', 'The code is too old');
  }
  if (sent === undefined || given !== code || sent.attempts >= mostAttempts) {
    if (sent !== undefined) store.phoneCodes.update(sent.id, { attempts: sent.attempts + 1 });
    throw badRequest([{ field: 'code', rejectedValue: null, message: 'is not the code' }], 'INVALID_PHONE_CODE');
  }
  return {
    carryOut() {
      store.phoneCodes.remove(consumer.id);
      const now = secondsText(clock.now());
      const phone = { ...consumer.phone, verified: true, verificationDate: now };
      store.consumers.update(consumer.id, { phone, updateDate: now });
      return { status: 204 };
    },
  };
}
