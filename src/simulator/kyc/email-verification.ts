import { control } from '../control/control-route.js';
import { notice } from '../device/notice.js';
import { secondsText } from '../http/instant.js';
import { sendMessage } from '../control/messages.js';
import { personInBody } from '../consumers/persons.js';
import { conflict } from '../http/refusal.js';
import { RequestBody } from '../http/request-body.js';
import { originOf, type Answer, type Call, type Endpoint } from '../http/router.js';
import { write, type CheckedWrite } from '../http/write.js';

export const emailVerificationRoutes: readonly Endpoint[] = [
  write('POST', '/api/partner/verifications/email/send', send),
];

/** Where the link in the e-mail leads. */
export const emailControlRoutes: readonly Endpoint[] = [control('GET', '/emails/{link}', open)];

function send(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const subject = body.text('emailSubject', { most: 255 }) ?? 'Please verify your e-mail address';
  const urlOnSuccess = body.text('urlOnSuccess');
  const urlOnFailure = body.text('urlOnFailure');
  const { id: consumerId, email } = personInBody(call, body);
  const address = email.address;
  if (address == null) throw conflict('EMAIL_MUST_NOT_BE_NULL', 'There is no e-mail address to verify');
  if (email.verified) throw conflict('EMAIL_ALREADY_VERIFIED', 'The e-mail address is verified');
  return {
    carryOut() {
      const secret = call.simulation.emailLinks.issue({ consumerId, address, urlOnSuccess, urlOnFailure });
      const link = `${originOf(call)}/simulator/emails/${secret}`;
      sendMessage(call.simulation, { endUserId: consumerId, channel: 'EMAIL', text: subject, link });
      return { status: 200, body: { ttl: 'PT48H' } };
    },
  };
}

function open(call: Call): Answer {
  const { store, clock, emailLinks } = call.simulation;
  const link = emailLinks.take(call.parameters.link ?? '');
  const consumer = store.consumers.get(link?.consumerId ?? '');
  if (link === undefined || consumer?.email.address !== link.address) {
    return leave(link?.urlOnFailure) ?? notice('expired', 'This link is too old', 'Please ask for a new e-mail.');
  }
  const now = secondsText(clock.now());
  const email = { ...consumer.email, verified: true, verificationDate: now };
  store.consumers.update(consumer.id, { email, updateDate: now });
  return leave(link.urlOnSuccess) ?? notice('done', 'Your e-mail address is verified', 'You can close this page.');
}

function leave(location: string | undefined): Answer | undefined {
  return location !== undefined && /^https?:\/\//.test(location) ? { status: 302, headers: { location } } : undefined;
}
