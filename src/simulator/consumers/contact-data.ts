import type { Address } from '../../linkcy/endpoints/consumers.js';
import { callingCode } from './country-calling-codes.js';
import { conflict } from '../http/refusal.js';
import type { RequestBody } from '../http/request-body.js';
import type { Store } from '../store.js';

/** Where an address can be: ISO 3166 alpha-3. */
export const europeanCountries =
  'BEL BGR CYP DNK DEU EST FIN FRA GBR GRC HUN IRL ISL ITA HRV LVA LIE LTU LUX MLT NLD NOR AUT POL PRT ROU SVN SVK ESP CZE SWE'.split(
    ' ',
  );

interface PhoneData {
  readonly countryCode: string;
  readonly number: string;
}

/** Reads `phone`. The "+" of a country code may be there or not. */
export function phoneIn(body: RequestBody): PhoneData | undefined {
  const phone = body.inside('phone');
  if (phone === undefined) return undefined;
  const text = phone.needs('countryCode').text('countryCode');
  const countryCode = text === undefined ? undefined : callingCode(text);
  if (text !== undefined && countryCode === undefined) phone.refuse('countryCode', 'is not a calling code');
  const number = phone.needs('number').text('number', { pattern: /^[0-9]{1,14}$/ });
  return { countryCode: countryCode ?? '', number: number ?? '' };
}

/** Reads `emailAddress`. */
export function emailIn(body: RequestBody): string | undefined {
  return body.text('emailAddress', { pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, must: 'must be an email address' });
}

/** Reads `address`. It is VALID after the checks; a letter that arrives makes it VERIFIED. */
export function addressIn(body: RequestBody): Address | undefined {
  const address = body.inside('address');
  if (address === undefined) return undefined;
  const part = (name: string, most = 255) => address.text(name, { most });
  const read = {
    isoCountryCode: address.needs('isoCountryCode').oneOf('isoCountryCode', europeanCountries) ?? '',
    city: address.needs('city').text('city', { most: 255 }) ?? '',
    postalCode: address.needs('postalCode').text('postalCode', { most: 255 }),
    street: address.needs('street').text('street', { most: 511 }),
    number: part('number'),
    refinement: part('refinement', 35),
    stateOrProvince: part('stateOrProvince'),
    status: 'VALID',
  };
  address.boolean('bypassVerification');
  return read;
}

/** Throws a 409 if another user has this phone. */
export function requireFreePhone(store: Store, { countryCode, number }: PhoneData, ownId?: string): void {
  const wanted = countryCode + number;
  if (store.consumers.inGroup('fullNumber', wanted).some((one) => one.id !== ownId)) {
    throw conflict('PHONE_ALREADY_TAKEN', 'Another consumer has this phone');
  }
}
