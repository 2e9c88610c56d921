import { randomUUID } from 'node:crypto';
import type { TokenProxy } from '../support/banks/token-proxy.js';
import type { Owner } from './store/redis/owner.js';

/** Two tokens of one person: claims or, as text, opaque. */
export interface Form {
  readonly form: string;
  readonly first: (id: string) => object | string;
  readonly renewed: (id: string) => object | string;
  /** How LinkCy gave them out, where only that says that they are one person's. */
  readonly givenOut?: 'to an end user' | 'for a refresh token';
}

const same = (claims: (id: string) => object) => ({ first: claims, renewed: claims });
const opaque = () => `opaque-${randomUUID()}`;

export const forms: readonly Form[] = [
  { form: 'sub alone', ...same((id) => ({ sub: id })) },
  {
    form: 'all claims, then sub alone',
    first: (id) => ({ iss: 'linkcy', sub: id, partner: 'Aurora', userType: 'CONSUMER' }),
    renewed: (id) => ({ sub: id }),
  },
  { form: 'user_name and no sub', ...same((id) => ({ user_name: `phone of ${id}`, client_id: 'app' })) },
  { form: 'a sub that is no UUID, with an issuer', ...same((id) => ({ sub: `user ${id}`, iss: 'linkcy' })) },
  { form: 'a number as sub', ...same((id) => ({ sub: parseInt(id.slice(0, 8), 16), iss: 'linkcy' })) },
  {
    form: 'endUserId',
    first: (id) => ({ endUserId: id, sub: 'session 1' }),
    renewed: (id) => ({ endUserId: id, sub: 'session 2' }),
  },
  {
    form: 'endUserId and sub, renewed here to sub alone',
    first: (id) => ({ endUserId: id, sub: `account of ${id}`, iss: 'linkcy' }),
    renewed: (id) => ({ sub: `account of ${id}`, iss: 'linkcy' }),
    givenOut: 'for a refresh token',
  },
  { form: 'opaque, given out here to an end user', first: opaque, renewed: opaque, givenOut: 'to an end user' },
  { form: 'opaque, renewed here', first: opaque, renewed: opaque, givenOut: 'for a refresh token' },
];

const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
const jwt = (claims: object) => `${part({ alg: 'RS256' })}.${part({ ...claims, jti: randomUUID() })}.c2lnbmVk`;
const tokenOf = (claims: object | string) => (typeof claims === 'string' ? claims : jwt(claims));
/** The same claims by somebody who cannot sign. */
export const forged = (token: string) =>
  token.includes('.') ? `${token.split('.').slice(0, 2).join('.')}.` : `${token}x`;

export interface Place {
  readonly proxy: TokenProxy;
  /** The simulator's token that stands behind both. */
  readonly standsFor: string;
  /** Where the token is used: the renewed one at another instance, where there is one. */
  readonly at: (index: number, token: string) => Owner;
}

/** Somebody with two tokens, the second renewed from the first. */
export async function personWith(form: Form, endUserId: string, { proxy, standsFor, at }: Place) {
  const { first, renewed, givenOut } = form;
  const tokens = [tokenOf(first(endUserId)), tokenOf(renewed(endUserId))];
  let refreshToken = `refresh-${randomUUID()}`;
  for (const [index, token] of tokens.entries()) {
    proxy.know(token, standsFor);
    if (givenOut === undefined) continue;
    const next = `refresh-${randomUUID()}`;
    const answer = { token, refreshToken: next };
    proxy.renew(refreshToken, givenOut === 'to an end user' ? { ...answer, endUserId } : answer);
    const document = 'mutation($input: RefreshTokenInput!) { refreshToken(input: $input) { __typename } }';
    const told = await at(index, 'none').send(document, { input: { refreshToken } });
    if (told.data?.refreshToken?.__typename !== 'AuthenticationPayload') throw new Error(JSON.stringify(told));
    refreshToken = next;
  }
  const [a = '', b = ''] = tokens;
  return { token: a, withFirst: at(0, a), withRenewed: at(1, b) };
}
