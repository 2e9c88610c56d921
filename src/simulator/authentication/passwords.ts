import type { Tokens as LoginAnswer } from '../../linkcy/endpoints/auth.js';
import type { Account } from './accounts.js';
import { endUserOf } from '../consumers/end-users.js';
import { sendMessage } from '../control/messages.js';
import { secondsText } from '../http/instant.js';
import { badRequest, forbidden, unauthorized } from '../http/refusal.js';
import { RequestBody } from '../http/request-body.js';
import type { Answer, Call, Endpoint } from '../http/router.js';
import { endUser } from './tokens.js';
import { write, type CheckedWrite } from '../http/write.js';

export const passwordRoutes: readonly Endpoint[] = [
  write('POST', '/api/partner/passwords/reset', reset, 'anonymous'),
  write('POST', '/api/partner/passwords/reset/sandbox', resetInSandbox),
  write('POST', '/api/partner/passwords/change', change, 'anonymous'),
];

const phone = { pattern: /^[0-9]{2,17}$/ };

/** Sends a secret by text message. The response does not reveal whether the phone is known. */
function reset(call: Call): CheckedWrite {
  const account = accountIn(call);
  return {
    carryOut() {
      if (account !== undefined) {
        const code = call.simulation.passwordSecrets.issue(account);
        const text = 'Your secret to set a new password';
        sendMessage(call.simulation, { endUserId: account.id, channel: 'SMS', text, code });
      }
      return { status: 204 };
    },
  };
}

function resetInSandbox(call: Call): CheckedWrite {
  const account = accountIn(call);
  if (account === undefined) {
    throw badRequest([{ field: 'consumerPhone', rejectedValue: null, message: 'belongs to nobody' }]);
  }
  const carryOut = (): Answer => {
    return { status: 200, body: { passwordChangeSecret: call.simulation.passwordSecrets.issue(account) } };
  };
  return { carryOut };
}

/** With the secret, or with the old password. Using the secret proves possession of the phone, which verifies it. */
function change(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const newPassword = body.needs('newPassword').text('newPassword', { least: 6 }) ?? '';
  const secret = body.text('passwordChangeSecret');
  const currentPassword = secret === undefined ? body.needs('currentPassword').text('currentPassword') : undefined;
  body.check();

  const { store, clock, tokens, passwordSecrets } = call.simulation;
  const account = secret === undefined ? accountIn(call) : passwordSecrets.peek(secret);
  if (account === undefined || (secret === undefined && account.password !== currentPassword)) {
    throw secret === undefined
      ? unauthorized('Bad credentials')
      : badRequest([{ field: 'passwordChangeSecret', rejectedValue: null, message: 'is unknown or too old' }]);
  }
  return {
    carryOut() {
      if (secret !== undefined) passwordSecrets.take(secret);
      const changed = { ...account, password: newPassword, mustChangePassword: false };
      if (store.accounts.get(account.id) === undefined) store.accounts.insert(changed);
      else store.accounts.update(account.id, changed);
      const known = store.consumers.get(account.id);
      if (secret !== undefined && known !== undefined && !known.phone.verified) {
        const verificationDate = new Date(clock.now()).toISOString();
        const phone = { ...known.phone, verified: true, verificationDate };
        store.consumers.update(known.id, { phone, updateDate: secondsText(clock.now()) });
      }
      const { id, userType, partnerName } = account;
      if (userType === 'PARTNER') throw new Error('a partner has no phone');
      const answer: LoginAnswer = { ...tokens.pair(endUser(userType, id, partnerName)), endUserId: id };
      return { status: 200, body: answer };
    },
  };
}

/** The account of the phone in a body, even without a password. Throws a 403 if the user is locked out. */
function accountIn(call: Call): Account | undefined {
  const body = RequestBody.of(call.body);
  const partnerName = body.needs('partnerName').text('partnerName') ?? '';
  const accountOwnerPhone = body.text('accountOwnerPhone', phone);
  const consumerPhone =
    accountOwnerPhone === undefined ? body.needs('consumerPhone').text('consumerPhone', phone) : undefined;
  body.check();
  const { store } = call.simulation;
  const consumer = store.consumers.inGroup('fullNumber', consumerPhone ?? '')[0];
  const known = [
    ...store.accounts.inGroup('accountOwnerPhone', accountOwnerPhone ?? ''),
    ...store.accounts.inGroup('consumerPhone', consumerPhone ?? ''),
  ].find((one) => one.partnerName === partnerName);
  const partnerExists = store.accounts.hasGroup('partnerName', partnerName);
  const fresh: Account | undefined =
    consumer === undefined || !partnerExists
      ? undefined
      : { id: consumer.id, userType: 'CONSUMER', partnerName, password: '', consumerPhone };
  const account = known ?? fresh;
  if (account !== undefined && endUserOf(store, account.id).status.linkcy === 'FORBIDDEN') {
    throw forbidden(`End-user ${account.id} is shut out`, 'END_USER_FORBIDDEN');
  }
  return account;
}
