import type { Answer, Call, Endpoint } from './router.js';
import { demand } from '../sca/demand.js';
import { redeem } from '../sca/fence.js';
import type { ApprovalDemand } from '../sca/approval.js';
import { executionByApproval, executionOf } from '../sca/execution.js';
import type { Execution } from '../sca/interaction.js';

/** An operation whose request has passed every check: a write, or the reading of a secret. */
export interface CheckedWrite {
  /** Whose approval it may need; absent if LinkCy never asks for one. */
  readonly approval?: ApprovalDemand;
  /** Changes the store. It must not refuse any more. */
  readonly carryOut: () => Answer;
}

/** Reads and checks the request of a write. Throws a Refusal. Changes nothing. */
type Prepare = (call: Call) => CheckedWrite;

/**
 * The endpoint of a write. All checks and changes run in one tick, so that of several equal requests with one scaId exactly
 * one is executed. Where an approval executes its operation (1.114), the request itself waits, with the rights of its
 * token.
 */
export function write(
  method: Endpoint['method'],
  path: string,
  prepare: Prepare,
  access: Endpoint['access'] = 'bearer',
): Endpoint {
  const route = `${method} ${path}`;
  const handle = (call: Call): Answer => {
    const { sca, executions } = call.simulation;
    // First, because an operation that was carried out may have made its own request impossible.
    const approved = redeem(call);
    const { approval, carryOut } = prepare(call);
    if (approved === undefined && approval !== undefined) {
      const waiting = demand(call, { route, approval, carryOut: (scaId) => afterApproval(call, scaId) });
      if (waiting !== undefined) return waiting;
    }
    const answer = carryOut();
    if (approved !== undefined) sca.consume(approved, executionOf(call, 'request', answer));
    executions.add(route, approved?.scaId);
    return answer;
  };
  /** The request again, with all its checks, because the bank may have changed since. Its response reaches no one. */
  const afterApproval = (call: Call, scaId: string): Execution => {
    const { transitions, executions } = call.simulation;
    transitions.makeDueChanges();
    return executionByApproval(call, () => {
      const answer = prepare(call).carryOut();
      executions.add(route, scaId);
      return answer;
    });
  };
  return { method, path, access, handle, approvalOf: (call) => prepare(call).approval };
}
