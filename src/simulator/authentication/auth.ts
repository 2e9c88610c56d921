import type { Tokens as LoginAnswer } from '../../linkcy/endpoints/auth.js';
import type { Account } from './accounts.js';
import { endUserOf } from '../consumers/end-users.js';
import { forbidden, unauthorized } from '../http/refusal.js';
import { RequestBody } from '../http/request-body.js';
import type { Call, Endpoint } from '../http/router.js';
import type { TokenSubject } from './tokens.js';
import { write, type CheckedWrite } from '../http/write.js';

const phone = { pattern: /^[0-9]{2,17}$/ };

export const authRoutes: readonly Endpoint[] = [
  write('POST', '/api/partner/login', login, 'anonymous'),
  write('POST', '/api/partner/refresh', refresh, 'anonymous'),
];

function login(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const partnerName = body.needs('partnerName').text('partnerName');
  const password = body.needs('password').text('password');
  const names = {
    consumerPhone: body.text('consumerPhone', phone),
    accountOwnerPhone: body.text('accountOwnerPhone', phone),
    username: body.text('username'),
  };
  if (!['consumerPhone', 'accountOwnerPhone'].some((name) => body.has(name))) body.needs('username');
  body.check();
  const { store, passwordSecrets } = call.simulation;
  const found = Object.entries(names).flatMap(([group, name]) =>
    name === undefined ? [] : store.accounts.inGroup(group, name),
  );
  const account = found.find((one) => one.partnerName === partnerName && one.password === password);
  if (account === undefined) throw unauthorized('Bad credentials');
  if (account.mustChangePassword === true) {
    return { carryOut: () => ({ status: 200, body: { passwordChangeSecret: passwordSecrets.issue(account) } }) };
  }
  return letIn(call, callerOf(account), 'Log in');
}

function refresh(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const refreshToken = body.needs('refreshToken').text('refreshToken') ?? '';
  body.check();
  return letIn(call, call.simulation.tokens.refresh(refreshToken), 'Stay logged in');
}

/** LinkCy may ask end-users to approve that; by default the simulator does not. */
function letIn({ simulation: { store, tokens } }: Call, caller: TokenSubject, title: string): CheckedWrite {
  const { endUserId } = caller;
  if (endUserId === undefined) return { carryOut: () => ({ status: 200, body: tokens.pair(caller) }) };
  if (endUserOf(store, endUserId).status.linkcy === 'FORBIDDEN') {
    throw forbidden(`End-user ${endUserId} is shut out`, 'END_USER_FORBIDDEN');
  }
  return {
    approval: { endUserId, required: false, words: { title, facts: [['With', caller.partner]] } },
    carryOut() {
      const body: LoginAnswer = { ...tokens.pair(caller), endUserId };
      return { status: 200, body };
    },
  };
}

function callerOf({ id, userType, partnerName }: Account): TokenSubject {
  return { userType, subject: id, partner: partnerName, endUserId: userType === 'PARTNER' ? undefined : id };
}
