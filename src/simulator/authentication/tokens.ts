import type { SettableClock } from '../clock.js';
import { sign, verify, type Claims } from './jwt.js';
import { unauthorized } from '../http/refusal.js';

/** Who a token stands for. An end-user sees only its own objects. */
export interface TokenSubject {
  readonly userType: Claims['userType'];
  readonly subject: string;
  readonly partner: string;
  /** Undefined for a partner, who sees everything. */
  readonly endUserId: string | undefined;
}

interface TokenOptions {
  readonly secret: string;
  readonly accessSeconds: number;
  readonly refreshSeconds: number;
}

interface TokenPair {
  readonly token: string;
  readonly refreshToken: string;
}

/** Mints and reads the tokens of the simulator. */
export class TokenIssuer {
  private count = 0;

  constructor(
    private readonly clock: SettableClock,
    private readonly options: TokenOptions,
    private readonly demoPartner: TokenSubject,
  ) {}

  /** An access token of a partner's user; `seconds` is how long it is valid. */
  partner(seconds = this.options.accessSeconds): string {
    return this.mint(this.demoPartner, 'access', seconds);
  }

  /** An access token of a consumer. */
  consumer(consumerId: string, seconds = this.options.accessSeconds): string {
    return this.mint(endUser('CONSUMER', consumerId, this.demoPartner.partner), 'access', seconds);
  }

  /** An access token of a corporate. */
  corporate(corporateId: string, seconds = this.options.accessSeconds): string {
    return this.mint(endUser('CORPORATE', corporateId, this.demoPartner.partner), 'access', seconds);
  }

  /** A partner's token, rightly signed, that has been invalid for a minute. */
  expired(): string {
    return this.partner(-60);
  }

  /** The tokens that a login or a refresh returns. */
  pair(caller: TokenSubject): TokenPair {
    return {
      token: this.mint(caller, 'access', this.options.accessSeconds),
      refreshToken: this.mint(caller, 'refresh', this.options.refreshSeconds),
    };
  }

  /** Who sends an `Authorization` header. Throws a 401. */
  authenticate(authorization: string | undefined): TokenSubject {
    const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw unauthorized('Full authentication is required to access this resource');
    return this.read(token, 'access');
  }

  /** Who holds a refresh token. Throws a 401. */
  refresh(refreshToken: string): TokenSubject {
    return this.read(refreshToken, 'refresh');
  }

  private read(token: string, use: Claims['use']): TokenSubject {
    const claims = verify(token, this.options.secret);
    if (claims?.use !== use) throw unauthorized('The token is not valid');
    if (claims.exp * 1000 <= this.clock.now()) throw unauthorized('The token has expired');
    const { userType, sub, partner } = claims;
    return { userType, subject: sub, partner, endUserId: userType === 'PARTNER' ? undefined : sub };
  }

  private mint(caller: TokenSubject, use: Claims['use'], seconds: number): string {
    const now = Math.floor(this.clock.now() / 1000);
    this.count += 1;
    const claims: Claims = {
      iss: 'linkcy-simulator',
      sub: caller.subject,
      partner: caller.partner,
      userType: caller.userType,
      use,
      roles: use === 'access' ? rolesOf(caller.userType) : [],
      iat: now,
      exp: now + seconds,
      jti: String(this.count),
    };
    return sign(claims, this.options.secret);
  }
}

/** The caller that an end-user's token stands for. */
export function endUser(userType: 'CONSUMER' | 'CORPORATE', endUserId: string, partner: string): TokenSubject {
  return { userType, subject: endUserId, partner, endUserId };
}

const readingRoles = [
  'BENEFICIARY_INFO',
  'BENEFICIARY_LIST',
  'CARD_INFO',
  'CARD_LIST',
  'CONSUMER_INFO',
  'CONSUMER_LIST',
  'LEDGER_INFO',
  'LEDGER_LIST',
  'TRANSACTION_INFO',
  'TRANSACTION_LIST',
];

function rolesOf(userType: Claims['userType']): readonly string[] {
  return userType === 'PARTNER' ? [...readingRoles, 'CARD_PROFILE_LIST', 'PARTNER_INFO'] : readingRoles;
}
