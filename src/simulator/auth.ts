import type { Tokens as LoginAnswer } from '../linkcy/auth.js';
import type { Account } from './accounts.js';
import { BodyReader } from './body.js';
import { forbidden, unauthorized } from './refusal.js';
import type { Answer, Call, Route } from './router.js';
import type { Caller } from './tokens.js';

const phonePattern = /^[0-9]{2,17}$/;

export const authRoutes: readonly Route[] = [
  { method: 'POST', path: '/api/partner/login', access: 'anonymous', handle: login },
  { method: 'POST', path: '/api/partner/refresh', access: 'anonymous', handle: refresh },
];

function login(call: Call): Answer {
  const body = BodyReader.of(call.body);
  const partnerName = body.requiredText('partnerName');
  const password = body.requiredText('password');
  const names = {
    consumerPhone: body.text('consumerPhone', phonePattern),
    accountOwnerPhone: body.text('accountOwnerPhone', phonePattern),
    username: body.text('username'),
  };
  if (!['consumerPhone', 'accountOwnerPhone', 'username'].some((name) => body.has(name))) {
    body.refuse('username', null, 'must not be null');
  }
  body.check();
  const { accounts } = call.simulation.store;
  const found = Object.entries(names).flatMap(([group, name]) =>
    name === undefined ? [] : accounts.inGroup(group, name),
  );
  const account = found.find((one) => one.partnerName === partnerName && one.password === password);
  if (account === undefined) throw unauthorized('Bad credentials');
  return answer(call, callerOf(account));
}

function refresh(call: Call): Answer {
  const body = BodyReader.of(call.body);
  const refreshToken = body.requiredText('refreshToken');
  body.check();
  return answer(call, call.simulation.tokens.refresh(refreshToken));
}

function answer(call: Call, caller: Caller): Answer {
  const { endUserId } = caller;
  if (endUserId === undefined) return { status: 200, body: call.simulation.tokens.pair(caller) };
  const consumer = call.simulation.store.consumers.get(endUserId);
  if (consumer?.status.linkcy.value === 'FORBIDDEN') {
    throw forbidden(`End-user with id ${endUserId} is forbidden.`, 'END_USER_FORBIDDEN');
  }
  const body: LoginAnswer = { ...call.simulation.tokens.pair(caller), endUserId };
  return { status: 200, body };
}

function callerOf({ id, userType, partnerName }: Account): Caller {
  return { userType, subject: id, partner: partnerName, endUserId: userType === 'PARTNER' ? undefined : id };
}
