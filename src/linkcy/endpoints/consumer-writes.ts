import type { WriteRequest } from '../client.js';
import { given, jsonBody } from '../json/json-body.js';
import { route } from '../route.js';

/** A phone as LinkCy takes it: the country code goes without "+", the only form that every version knows. */
interface PhoneBody {
  readonly countryCode: string;
  readonly number: string;
}

/** A postal address in one of the countries that LinkCy serves. */
interface AddressBody {
  readonly isoCountryCode: string;
  readonly city: string;
  readonly postalCode: string;
  readonly street: string;
  readonly number?: string | null;
  readonly refinement?: string | null;
  readonly stateOrProvince?: string | null;
  readonly bypassVerification?: boolean | null;
}

/** What both bodies say about the person. */
interface DeclaredFields {
  readonly externalId?: string | null;
  readonly sourceOfFunds?: string | null;
  readonly otherSourceOfFunds?: string | null;
  readonly occupation?: string | null;
  readonly otherOccupation?: string | null;
  readonly lastTermsAccepted?: string | null;
  readonly taxIdentificationNumber?: string | null;
  readonly taxCountry?: string | null;
  readonly accountPurposes?: readonly string[] | null;
}

/** The body of POST /consumers. */
interface NewConsumer extends DeclaredFields {
  /** Needed without a token; ignored with a partner's. */
  readonly partnerName?: string | null;
  readonly phone: PhoneBody;
  readonly emailAddress?: string | null;
  readonly address?: AddressBody | null;
  readonly firstName?: string | null;
  readonly middleName?: string | null;
  readonly lastName?: string | null;
  readonly metadata?: Readonly<Record<string, unknown>> | null;
}

/** The body of PATCH /consumers/{id}. Address, e-mail and phone have moved to /contact. */
interface ConsumerChange extends DeclaredFields {
  readonly occupationSector?: string | null;
  readonly isUsPerson?: boolean | null;
  readonly financialInformationRequestDto?: object | null;
  readonly userMetadata?: Readonly<Record<string, unknown>> | null;
  readonly partnerMetadata?: Readonly<Record<string, unknown>> | null;
}

/** The body of PATCH /consumers/{id}/contact. */
interface ContactChange {
  readonly address?: AddressBody | null;
  readonly emailAddress?: string | null;
  readonly phone?: PhoneBody | null;
}

/** The requests that change consumers. Their answers: 201 {id}, and 200 {id, updateDate} for changes. */
export const consumerWrites = {
  create: (consumer: NewConsumer): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/consumers`,
    success: { kind: 'created' },
    anonymous: true,
    body: jsonBody({ ...consumer, phone: phoneBody(consumer.phone), address: given(consumer.address) }),
  }),
  update: (id: string, change: ConsumerChange): WriteRequest => ({
    method: 'PATCH',
    route: route`/api/partner/consumers/${id}`,
    success: { kind: 'changed', id },
    body: jsonBody({ ...change, financialInformationRequestDto: given(change.financialInformationRequestDto) }),
  }),
  updateContact: (id: string, { phone, ...change }: ContactChange): WriteRequest => ({
    method: 'PATCH',
    route: route`/api/partner/consumers/${id}/contact`,
    success: { kind: 'changed', id },
    body: jsonBody({ ...change, address: given(change.address), phone: phone && phoneBody(phone) }),
  }),
};

function phoneBody({ countryCode, number }: PhoneBody): PhoneBody {
  return { countryCode: countryCode.replace('+', ''), number };
}
