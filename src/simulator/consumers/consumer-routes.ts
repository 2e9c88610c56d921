import { createHash } from 'node:crypto';
import type { Consumer, ConsumerListElement, ConsumerStatus } from '../../linkcy/endpoints/consumers.js';
import { listed } from '../http/list.js';
import { QueryReader } from '../http/query.js';
import { notFound } from '../http/refusal.js';
import { pathId, type Answer, type Call, type Endpoint } from '../http/router.js';
import { owns } from '../authentication/ownership.js';
import { devicesOf, type DeviceHolder, type StoredConsumer } from '../sca-devices/devices.js';
import { fullNumber } from './consumers.js';

const statuses = {
  kyc: ['NOT_STARTED', 'CREATED', 'PROCESSING', 'ABORTED', 'PENDING_REVIEW', 'VALIDATED', 'DECLINED'],
  banking: ['VALIDATED', 'PENDING', 'MISSING_DATA', 'BLOCKED', 'NOT_CREATED'],
  suspension: ['SUSPENDED', 'NOT_SUSPENDED'],
  linkcy: ['PENDING', 'FORBIDDEN', 'MISSING_DATA', 'VALIDATED', 'CLOSING', 'CLOSED', 'LIMITED'],
  compliance: ['PENDING', 'DECLINED', 'PENDING_REVIEW', 'VALIDATED'],
  overall: ['ACTIVE', 'INACTIVE'],
} as const satisfies Record<keyof ConsumerStatus, readonly string[]>;

export const consumerRoutes: readonly Endpoint[] = [
  { method: 'GET', path: '/api/partner/consumers', access: 'bearer', handle: list },
  { method: 'GET', path: '/api/partner/consumers/{consumerId}', access: 'bearer', handle: get },
  { method: 'GET', path: '/api/partner/consumers/external/{externalId}', access: 'bearer', handle: getByExternalId },
];

function list(call: Call): Answer {
  const query = new QueryReader(call.query);
  const paging = query.paging(['CREATION_DATE', 'UPDATE_DATE', 'LAST_NAME']);
  const lastName = query.text('lastName')?.toLowerCase();
  const phone = query.text('phone')?.replace(/\D/g, '');
  const emailAddress = query.text('emailAddress')?.toLowerCase();
  const wanted = {
    kyc: query.anyOf('kycStatus', statuses.kyc),
    banking: query.anyOf('bankingStatus', statuses.banking),
    suspension: query.anyOf('suspensionStatus', statuses.suspension),
    linkcy: query.anyOf('linkcyStatus', statuses.linkcy),
    compliance: query.anyOf('complianceStatus', statuses.compliance),
    overall: query.anyOf('overallStatus', statuses.overall)?.slice(0, 1),
  };
  query.check();
  const where: ((row: Consumer) => boolean)[] = [];
  if (lastName !== undefined) where.push((row) => row.lastName?.toLowerCase() === lastName);
  if (phone !== undefined) where.push((row) => [row.phone.number, fullNumber(row)].includes(phone));
  if (emailAddress !== undefined) where.push((row) => row.email.address?.toLowerCase() === emailAddress);
  for (const part of ['kyc', 'banking', 'suspension', 'linkcy', 'compliance', 'overall'] as const) {
    const values = wanted[part];
    if (values !== undefined) where.push((row) => values.includes(row.status[part].value));
  }
  const { consumers } = call.simulation.store;
  const within = [['id', call.caller?.endUserId]] as const;
  return listed(paging, consumers.list({ ...paging, within, where }), listElement);
}

function get(call: Call): Answer {
  const id = pathId(call, 'consumerId');
  return found(call, call.simulation.store.consumers.get(id), id);
}

function getByExternalId(call: Call): Answer {
  const externalId = call.parameters.externalId ?? '';
  return found(call, call.simulation.store.consumers.inGroup('externalId', externalId)[0], externalId);
}

function found(call: Call, consumer: StoredConsumer | undefined, asked: string): Answer {
  if (consumer === undefined || !owns(call, consumer.id)) {
    throw notFound('CONSUMER_NOT_FOUND', `Consumer with id ${asked} was not found.`);
  }
  return { status: 200, body: detail(call, consumer) };
}

/**
 * LinkCy 1.114 adds an id to the address, and lists all devices of a consumer. Of a device only the id and a status are
 * documented.
 */
function detail({ simulation }: Call, { scaDevices, ...consumer }: StoredConsumer): Consumer & DeviceHolder {
  if (simulation.sca.settings.generation === '1.78') return consumer;
  const devices = devicesOf({ strongAuthentication: consumer.strongAuthentication, scaDevices });
  const { address } = consumer;
  return {
    ...consumer,
    ...(address == null ? {} : { address: { id: addressIdOf(consumer), ...address } }),
    scaDevices: devices.map((one) => ({ status: 'ACTIVE', ...one })),
  };
}

/** The same each time: an address is changed, not replaced. */
function addressIdOf({ id }: Consumer): string {
  const digest = createHash('sha256').update(`address of ${id}`).digest('hex');
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `4${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}

function listElement(row: Consumer): ConsumerListElement {
  return {
    id: row.id,
    phone: row.phone,
    firstName: row.firstName,
    lastName: row.lastName,
    emailAddress: row.email.address,
    status: row.status,
    updateDate: row.updateDate,
    creationDate: row.creationDate,
  };
}
