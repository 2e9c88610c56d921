import type { LinkcyClient, WriteRequest } from '../client.js';
import { enumeration } from '../json/enumeration.js';
import { jsonBody } from '../json/json-body.js';
import { route } from '../route.js';
import { optional, shape, text, uuid } from '../json/shape.js';

export const TermsType = enumeration('CONSUMER', 'CORPORATE');
export const TermsLanguage = enumeration('EN', 'FR');

/** Whose password: a consumer's or a corporate's account owner's phone, country code and number, digits only. */
interface PhoneLogin {
  readonly partnerName?: string | null;
  readonly consumerPhone?: string | null;
  readonly accountOwnerPhone?: string | null;
}

/** POST /login as a partner, a consumer or a corporate's account owner: exactly one of the three names is set. */
interface LoginRequest extends PhoneLogin {
  readonly password: string;
  readonly username?: string | null;
}

/** POST /passwords/change with the secret of a text message, or with the present password. */
interface PasswordChange extends PhoneLogin {
  readonly newPassword: string;
  readonly passwordChangeSecret?: string | null;
  readonly currentPassword?: string | null;
}

/** Answer of POST /login, POST /refresh and POST /passwords/change. */
export interface Tokens {
  readonly token: string;
  readonly refreshToken: string;
  /** Only for end-users. */
  readonly endUserId?: string | null;
}

/** The other answer of POST /login: the password must be changed first. */
interface PasswordChangeDemand {
  readonly passwordChangeSecret: string;
}

/** GET /docs/terms */
export interface Terms {
  readonly type: string;
  readonly downloadUrl: string;
  readonly version: string;
  readonly language: string;
}

export const isTokens = shape<Tokens>({ token: text, refreshToken: text, endUserId: optional(uuid) });
export const isPasswordChangeDemand = shape<PasswordChangeDemand>({ passwordChangeSecret: text });
const isTerms = shape<Terms>({ downloadUrl: text, version: text });

/** What can be read before anybody has logged in. */
export const auth = (client: LinkcyClient) => ({
  terms: (type: keyof typeof TermsType, language: keyof typeof TermsLanguage): Promise<Terms> =>
    client.read(route`/api/partner/docs/terms`, isTerms, { type, language }, 'anonymously too'),
});

/** How to log in. Bodies and answers are secrets: they are sent once, and kept nowhere. */
export const authWrites = {
  login: (login: LoginRequest): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/login`,
    success: { kind: 'body', status: 200 },
    anonymous: true,
    body: jsonBody(withDigits(login)),
  }),
  refresh: (refreshToken: string): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/refresh`,
    success: { kind: 'body', status: 200 },
    anonymous: true,
    body: jsonBody({ refreshToken }),
  }),
  /** 204, and a text message with a secret. */
  resetPassword: (whose: PhoneLogin): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/passwords/reset`,
    success: { kind: 'empty', status: 204 },
    anonymous: true,
    body: jsonBody(withDigits(whose)),
  }),
  changePassword: (change: PasswordChange): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/passwords/change`,
    success: { kind: 'body', status: 200 },
    anonymous: true,
    body: jsonBody(withDigits(change)),
  }),
};

function withDigits<Body extends PhoneLogin>(body: Body): Body {
  const { consumerPhone, accountOwnerPhone } = body;
  return { ...body, consumerPhone: digits(consumerPhone), accountOwnerPhone: digits(accountOwnerPhone) };
}

const digits = (phone: string | null | undefined) => phone?.replace('+', '');
