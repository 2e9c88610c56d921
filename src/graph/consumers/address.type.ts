import { Field, ObjectType } from 'type-graphql';
import { AddressStatus, type Address as WireAddress } from '../../linkcy/endpoints/consumers.js';
import { knownOrNull, wordOrNull } from '../../linkcy/json/enumeration.js';
import { registerEnum } from '../scalars/enum.js';
import { ownWordOrNull } from '../scalars/own-word.js';
import { UUID } from '../scalars/text.js';

registerEnum('AddressStatus', AddressStatus, 'The verification status of an address.', {
  INVALID: 'The address could not be found.',
  VALID: 'The address exists. It becomes VERIFIED when a card that was sent there is activated.',
  VERIFIED: 'The address was proven to be theirs: a card that arrived there was activated, or a document was accepted.',
});

@ObjectType({
  description: "A postal address. A consumer's address is printed on bank statements, and cards are sent to it.",
})
export class Address {
  constructor(private readonly wire: WireAddress) {}

  @Field(() => UUID, { nullable: true, description: "LinkCy's id of the address; null where LinkCy gives none." })
  get uuid(): string | null | undefined {
    return this.wire.id;
  }

  @Field(() => String, { description: 'Country, ISO 3166-1 alpha-3, such as "FRA".' })
  get isoCountryCode(): string {
    return this.wire.isoCountryCode;
  }

  @Field(() => String, { description: 'City or town.' })
  get city(): string {
    return this.wire.city;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Postal code, in the form of the country; null when there is none.',
  })
  get postalCode(): string | null | undefined {
    return this.wire.postalCode;
  }

  @Field(() => String, { nullable: true, description: 'Street, without the number; null when there is none.' })
  get street(): string | null | undefined {
    return this.wire.street;
  }

  @Field(() => String, { nullable: true, description: 'House number; null when there is none.' })
  get number(): string | null | undefined {
    return this.wire.number;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Floor, staircase, building or the like; null when there is none.',
  })
  get refinement(): string | null | undefined {
    return this.wire.refinement;
  }

  @Field(() => String, { nullable: true, description: 'State or province; null where the country has none.' })
  get stateOrProvince(): string | null | undefined {
    return this.wire.stateOrProvince;
  }

  @Field(() => AddressStatus, {
    nullable: true,
    description: 'Whether the address was checked; null when LinkCy does not say.',
  })
  get status() {
    return knownOrNull(AddressStatus, this.wire.status);
  }

  @Field(() => String, ownWordOrNull('status'))
  get statusText(): string | null {
    return wordOrNull(this.wire.status);
  }
}
