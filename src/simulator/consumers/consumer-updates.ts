import type { Consumer } from '../../linkcy/endpoints/consumers.js';
import { declarationIn, withoutAbsent, requireSmall, requireSound } from './consumer-declaration.js';
import { addressIn, emailIn, phoneIn, requireFreePhone } from './contact-data.js';
import { consumerInPath } from '../http/found.js';
import { secondsText } from '../http/instant.js';
import { forbidden } from '../http/refusal.js';
import { RequestBody } from '../http/request-body.js';
import type { Answer, Call, Endpoint } from '../http/router.js';
import type { ApprovalWords } from '../sca/approval.js';
import { write, type CheckedWrite } from '../http/write.js';

export const consumerUpdateRoutes: readonly Endpoint[] = [
  write('PATCH', '/api/partner/consumers/{consumerId}', update),
  write('PATCH', '/api/partner/consumers/{consumerId}/contact', updateContact),
];

const incomeBands = /^[A-Z0-9_]{1,64}$/;

function update(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const declared = declarationIn(body);
  body.text('occupationSector', { pattern: /^[A-Z_]{1,64}$/ });
  body.boolean('isUsPerson');
  const financialInformation = financialInformationIn(body);
  const userMetadata = body.map('userMetadata');
  const partnerMetadata = body.map('partnerMetadata');
  body.check();

  const consumer = consumerInPath(call);
  requireSound(declared, consumer);
  requireSmall('userMetadata', userMetadata);
  requireSmall('partnerMetadata', partnerMetadata);
  if (partnerMetadata !== undefined && call.caller?.endUserId !== undefined) {
    const message = 'Only the partner changes its metadata';
    throw forbidden(message, 'INSUFFICIENT_RIGHTS_TO_UPDATE_PARTNER_METADATA');
  }
  const accepted = declared.lastTermsAccepted === undefined ? {} : { termsAccepted: true };
  const change = {
    ...declared.fields,
    ...withoutAbsent({ financialInformation, userMetadata, partnerMetadata }),
    ...accepted,
  };
  return {
    approval: {
      ...{ endUserId: consumer.id, required: false, unusual: true },
      words: { title: 'Change your details', facts: [] },
    },
    carryOut: () => changed(call, consumer.id, change),
  };
}

/** A new phone or e-mail address must be verified again. */
function updateContact(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const address = addressIn(body);
  const emailAddress = emailIn(body);
  const phone = phoneIn(body);
  body.check();

  const { store } = call.simulation;
  const consumer = consumerInPath(call);
  if (phone !== undefined) requireFreePhone(store, phone, consumer.id);
  const email = emailAddress === undefined ? undefined : { address: emailAddress, verified: false };
  const change = withoutAbsent<Partial<Consumer>>({ address, email, phone: phone && { ...phone, verified: false } });
  return {
    approval: { endUserId: consumer.id, required: true, words: contactWords(change) },
    carryOut() {
      const account = store.accounts.get(consumer.id);
      if (phone !== undefined && account !== undefined) {
        store.accounts.update(account.id, { consumerPhone: phone.countryCode + phone.number });
      }
      return changed(call, consumer.id, change);
    },
  };
}

function changed({ simulation: { store, clock } }: Call, id: string, change: Partial<Consumer>): Answer {
  const updateDate = secondsText(clock.now());
  store.consumers.update(id, { ...change, updateDate });
  return { status: 200, body: { id, updateDate } };
}

function financialInformationIn(body: RequestBody): Consumer['financialInformation'] | undefined {
  const financial = body.inside('financialInformationRequestDto');
  if (financial === undefined) return undefined;
  const band = (name: string) => financial.needs(name).text(name, { pattern: incomeBands });
  return {
    monthlyNetIncome: band('monthlyNetIncome'),
    currency: financial.needs('currency').oneOf('currency', ['EUR', 'USD', 'GBP']),
    expectedMonthlyIncomingVolume: band('expectedMonthlyIncomingVolume'),
    expectedMonthlyOutgoingVolume: band('expectedMonthlyOutgoingVolume'),
    expectedMonthlyIncomingTransferFrequency: band('expectedMonthlyIncomingTransferFrequency'),
  };
}

function contactWords({ address, email, phone }: Partial<Consumer>): ApprovalWords {
  const facts: [string, string][] = [];
  if (phone !== undefined) facts.push(['New phone', `+${phone.countryCode ?? ''} ${phone.number ?? ''}`]);
  if (email?.address != null) facts.push(['New e-mail', email.address]);
  if (address != null) {
    const { street, number, postalCode, city, isoCountryCode } = address;
    facts.push([
      'New address',
      `${[number, street].filter(Boolean).join(' ')}, ${postalCode ?? ''} ${city}, ${isoCountryCode}`,
    ]);
  }
  return { title: 'Change your contact details', facts };
}
