import { unknown } from '../http/found.js';
import { listed } from '../http/list.js';
import { owns } from '../authentication/ownership.js';
import { QueryReader } from '../http/query.js';
import { notFound } from '../http/refusal.js';
import { pathId, type Answer, type Call, type Endpoint } from '../http/router.js';
import { kycStatuses, type KycApplicationRecord } from './kyc-applications.js';

export const kycApplicationRoutes: readonly Endpoint[] = [
  { method: 'GET', path: '/api/partner/kyc', access: 'bearer', handle: list },
  { method: 'GET', path: '/api/partner/kyc/{kycId}', access: 'bearer', handle: get },
];

function list(call: Call): Answer {
  const query = new QueryReader(call.query);
  const paging = query.paging(['CREATION_DATE', 'UPDATE_DATE']);
  const personType = query.oneOf('personType', ['CONSUMER', 'CORPORATE_RELATED_PHYSICAL_PERSON']);
  const personId = query.uuid('personId');
  const status = query.oneOf('kycStatus', kycStatuses);
  query.check();
  const { consumers, kycApplications } = call.simulation.store;
  if (personId !== undefined && consumers.get(personId) === undefined) {
    throw unknown('personId', personId, 'PERSON_NOT_FOUND', 'person');
  }
  const where: ((row: KycApplicationRecord) => boolean)[] = [];
  if (status !== undefined) where.push((row) => row.status === status);
  if (personType === 'CORPORATE_RELATED_PHYSICAL_PERSON') where.push(() => false);
  const within = [
    ['personId', personId],
    ['personId', call.caller?.endUserId],
  ] as const;
  return listed(paging, kycApplications.list({ ...paging, within, where }), listElement);
}

function get(call: Call): Answer {
  const id = pathId(call, 'kycId');
  const application = call.simulation.store.kycApplications.get(id);
  if (application === undefined || !owns(call, application.personId)) {
    throw notFound('KYC_APPLICATION_NOT_FOUND', `There is no KYC application ${id}`);
  }
  const { personId, status, statusReason, urlOnComplete: _complete, urlOnFailure: _failure, ...rest } = application;
  const person = { id: personId, type: 'CONSUMER' };
  return { status: 200, body: { ...rest, person, status: { value: status, reason: statusReason } } };
}

function listElement(application: KycApplicationRecord): object {
  const { accessType: _access, urlOnComplete: _complete, urlOnFailure: _failure, ...row } = application;
  return { ...row, personType: 'CONSUMER' };
}
