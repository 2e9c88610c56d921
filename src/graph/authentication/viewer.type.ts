import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/text.js';
import { claimsOf, tokenOf } from '../../sca/token-claims.js';
import { tokenExpiry } from './token-expiry.js';

/** Its end user and consumer, which LinkCy may have to be asked for, are in viewer.resolver.ts. */
@ObjectType({ description: 'Who the caller is: what their token says of them, once LinkCy has accepted it.' })
export class Viewer {
  readonly claims: Readonly<Record<string, unknown>>;
  private readonly token: string;

  constructor(authorization: string) {
    this.token = tokenOf(authorization);
    this.claims = claimsOf(this.token);
  }

  @Field(() => String, {
    nullable: true,
    description: "The partner's name at LinkCy; null where the token does not say it.",
  })
  get partnerName(): string | null {
    const { partnerName, partner } = this.claims;
    return [partnerName, partner].find((name) => typeof name === 'string') ?? null;
  }

  @Field(() => [String], {
    description:
      "What the caller may do, in LinkCy's words, such as TRANSACTION_LIST; empty where the token does not say it.",
  })
  get roles(): string[] {
    const { roles } = this.claims;
    return Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [];
  }

  @Field(() => DateTime, { nullable: true, description: 'When the token ends; null where it does not say so.' })
  get expiresAt(): string | null {
    return tokenExpiry(this.token) ?? null;
  }
}
