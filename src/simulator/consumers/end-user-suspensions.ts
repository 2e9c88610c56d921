import { secondsText } from '../http/instant.js';
import { operators, requireOperator, usualOperator } from '../authentication/operators.js';
import { owns } from '../authentication/ownership.js';
import { badRequest, conflict, notFound } from '../http/refusal.js';
import { RequestBody } from '../http/request-body.js';
import { pathId, type Call, type Endpoint } from '../http/router.js';
import { write, type CheckedWrite } from '../http/write.js';

export const endUserSuspensionRoutes: readonly Endpoint[] = [
  write('POST', '/api/partner/end-users/{endUserId}/suspensions', suspend),
  write('DELETE', '/api/partner/end-users/{endUserId}/suspensions/{operator}', unsuspend),
];

function suspend(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const operator = body.oneOf('operator', operators) ?? usualOperator(call);
  const reason = body.needs('reason').text('reason');
  body.check();
  const { id, status } = consumerInPath(call);
  requireOperator(call, operator);
  if (status.suspension.value === 'SUSPENDED') {
    throw conflict('END_USER_MUST_NOT_BE_SUSPENDED', `End-user ${id} is suspended`);
  }
  return { carryOut: () => set(call, id, { value: 'SUSPENDED', reason }, 'INACTIVE') };
}

function unsuspend(call: Call): CheckedWrite {
  const operator = operators.find((one) => one === call.parameters.operator);
  if (operator === undefined) {
    const message = `must be one of ${operators.join(', ')}`;
    throw badRequest([{ field: 'operator', rejectedValue: call.parameters.operator, message }]);
  }
  const { id, status } = consumerInPath(call);
  requireOperator(call, operator);
  const overall = status.linkcy.value === 'VALIDATED' ? 'ACTIVE' : 'INACTIVE';
  return { carryOut: () => set(call, id, { value: 'NOT_SUSPENDED' }, overall) };
}

function consumerInPath(call: Call) {
  const id = pathId(call, 'endUserId');
  const consumer = call.simulation.store.consumers.get(id);
  if (consumer !== undefined && owns(call, id)) return consumer;
  throw notFound('END_USER_NOT_FOUND', `There is no end-user ${id}`);
}

function set(
  { simulation: { store, clock } }: Call,
  id: string,
  suspension: { readonly value: string; readonly reason?: string },
  overall: string,
) {
  const status = store.consumers.get(id)?.status;
  if (status !== undefined) {
    store.consumers.update(id, {
      status: { ...status, suspension, overall: { value: overall } },
      updateDate: secondsText(clock.now()),
    });
  }
  return { status: 204 };
}
