import type { Answer, Call, Endpoint } from './router.js';
import { demand } from '../sca/demand.js';
import { redeem } from '../sca/fence.js';
import type { ApprovalDemand } from '../sca/approval.js';
import { executionByApproval, executionOf } from '../sca/execution.js';
import type { Execution } from '../sca/interaction.js';

/** An operation whose request has passed every check: a write, or the reading of a secret. */
export interface CheckedWrite {
  /** Whose approval it may take; absent where LinkCy never asks for one. */
  readonly approval?: ApprovalDemand;
  /** Changes the store. It must not refuse any more. */
  readonly carryOut: () => Answer;
}

/** Reads and checks the request of a write. Throws a Refusal. Changes nothing. */
export type Prepare = (call: Call) => CheckedWrite;

/**
 * The route of a write. From the first check to the last change it runs in one turn, so that of any number of equal
 * requests with one scaId exactly one is carried out. Where an approval carries its operation out by itself (1.114), what
 * waits is the request as it came, with the rights of its token.
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
  /** The same request again, with all its checks: the bank may be another one by now. Its answer reaches nobody. */
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
