import { control } from '../control/control-route.js';
import { RequestBody } from '../http/request-body.js';
import type { Answer, Call, Endpoint } from '../http/router.js';
import { transferStatuses } from './planned-outcomes.js';

/** Sets the outcome of the next transfer, over HTTP. */
export const transferOutcomeRoutes: readonly Endpoint[] = [control('POST', '/transfers/next', plan)];

function plan(call: Call): Answer {
  const body = RequestBody.of(call.body);
  const status = body.needs('status').oneOf('status', transferStatuses) ?? 'APPROVED';
  const declineReason = body.text('declineReason');
  body.check();
  call.simulation.transfers.next({ status, declineReason });
  return { status: 204 };
}
