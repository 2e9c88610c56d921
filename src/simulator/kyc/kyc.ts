import { randomUUID } from 'node:crypto';
import { control } from '../control/control-route.js';
import { addressIn, emailIn } from '../consumers/contact-data.js';
import { notice } from '../device/notice.js';
import { secondsText } from '../http/instant.js';
import { kycStatuses, type IdentifiedPersonRecord, type KycApplicationRecord } from './kyc-applications.js';
import { setKycStatus } from './kyc-result.js';
import { personInBody } from '../consumers/persons.js';
import { conflict, forbidden, notFound } from '../http/refusal.js';
import { RequestBody } from '../http/request-body.js';
import { originOf, type Answer, type Call, type Endpoint } from '../http/router.js';
import { write, type CheckedWrite } from '../http/write.js';

export const kycRoutes: readonly Endpoint[] = [
  write('POST', '/api/partner/kyc', create),
  write('POST', '/api/partner/kyc/simulate', simulate),
];

/** Where the link of an identification leads. */
export const kycControlRoutes: readonly Endpoint[] = [
  control('GET', '/kyc/{kycId}', ask),
  control('POST', '/kyc/{kycId}/validate', (call) => finish(call, true)),
  control('POST', '/kyc/{kycId}/decline', (call) => finish(call, false)),
];

const unfinished = ['CREATED', 'PROCESSING', 'PENDING_REVIEW'];

function create(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const configuration = body.needs('kycConfiguration').inside('kycConfiguration');
  const accessType = configuration?.needs('accessType').oneOf('accessType', ['LINK', 'SDK']) ?? 'LINK';
  const urlOnComplete = configuration?.text('urlOnComplete');
  const urlOnFailure = configuration?.text('urlOnFailure');
  const consumer = personInBody(call, body);

  const { id: personId, status, phone } = consumer;
  const { store } = call.simulation;
  if (status.linkcy.value === 'FORBIDDEN') throw forbidden(`End-user ${personId} is shut out`, 'END_USER_FORBIDDEN');
  if (!phone.verified) throw conflict('PHONE_MUST_BE_VERIFIED', 'The phone has to be verified first');
  if (store.kycApplications.inGroup('personId', personId).some((one) => unfinished.includes(one.status))) {
    throw conflict('LAST_KYC_APPLICATION_NOT_FINISHED', 'Another identification is under way');
  }
  if (status.kyc.value === 'VALIDATED') throw conflict('KYC_ALREADY_VALIDATED', 'The person is identified');
  if (status.suspension.value === 'SUSPENDED') {
    throw conflict('END_USER_MUST_NOT_BE_SUSPENDED', `End-user ${personId} is suspended`);
  }
  const id = randomUUID();
  const link = `${originOf(call)}/simulator/kyc/${id}`;
  const access =
    accessType === 'LINK'
      ? { url: link, ttl: 'PT720H' }
      : { token: randomUUID(), kycApiUrl: link, flowName: 'identification', ttl: 'PT24H' };
  return {
    carryOut() {
      insert(call, { id, personId, accessType, urlOnComplete, urlOnFailure });
      setKycStatus(call.simulation, id, 'CREATED');
      return { status: 201, body: { id, ...access } };
    },
  };
}

/** Sandbox only: an identification with the given result. */
function simulate(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const status = body.needs('kycStatus').oneOf('kycStatus', kycStatuses) ?? 'NOT_STARTED';
  const short = { most: 255 };
  const country = { pattern: /^[A-Z]{3}$/ };
  const found: IdentifiedPersonRecord = {
    firstName: body.text('firstName', short),
    middleName: body.text('middleName', short),
    lastName: body.text('lastName', short),
    gender: body.oneOf('gender', ['MALE', 'FEMALE']),
    birthDate: body.date('birthDate'),
    birthCity: body.text('birthCity'),
    birthIsoCountryCode: body.text('birthIsoCountryCode', country),
    nationalityCode: body.text('nationalityCode', country),
    emailAddress: emailIn(body),
    address: addressIn(body),
  };
  const { id: consumerId } = personInBody(call, body);
  const id = randomUUID();
  return {
    carryOut() {
      insert(call, { id, personId: consumerId, accessType: 'LINK' });
      setKycStatus(call.simulation, id, status, found);
      return { status: 201, body: { kycApplicationId: id, consumerId } };
    },
  };
}

function insert(
  { simulation }: Call,
  fields: Pick<KycApplicationRecord, 'id' | 'personId' | 'accessType'> & Partial<KycApplicationRecord>,
) {
  const now = secondsText(simulation.clock.now());
  simulation.store.kycApplications.insert({ status: 'NOT_STARTED', creationDate: now, updateDate: now, ...fields });
}

function ask(call: Call): Answer {
  const { id, status } = opened(call);
  if (status !== 'CREATED') return notice('shield', 'This identification is over', `Its result is ${status}.`);
  const actions = [
    { label: 'It is me', path: `/simulator/kyc/${id}/validate`, main: true },
    { label: 'The picture is blurred', path: `/simulator/kyc/${id}/decline` },
  ];
  return notice('shield', 'Show your identity card', 'Hold it before the camera, and then your face.', actions);
}

/** The pictures are looked at for a moment. */
function finish(call: Call, valid: boolean): Answer {
  const { simulation } = call;
  const { id, status, urlOnComplete, urlOnFailure } = opened(call);
  if (status !== 'CREATED') throw conflict('KYC_DECIDED', `This identification is ${status}`);
  setKycStatus(simulation, id, 'PROCESSING');
  simulation.transitions.later(() => {
    if (simulation.store.kycApplications.get(id)?.status === 'PROCESSING') {
      setKycStatus(simulation, id, valid ? 'VALIDATED' : 'DECLINED');
    }
  });
  const location = valid ? urlOnComplete : urlOnFailure;
  if (location !== undefined && /^https?:\/\//.test(location)) return { status: 302, headers: { location } };
  return valid
    ? notice('done', 'Thank you', 'Your identity is being checked. You can close this page.')
    : notice('declined', 'That did not work', 'Your identity could not be checked.');
}

function opened({ parameters, simulation }: Call): KycApplicationRecord {
  const application = simulation.store.kycApplications.get(parameters.kycId ?? '');
  if (application === undefined) throw notFound('KYC_APPLICATION_NOT_FOUND', 'There is no such identification');
  return application;
}
