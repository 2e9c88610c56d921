/** State of an operation whose request the user's device signs. */
export interface SigningState {
  /**
   * prepared: nothing was carried out and nothing is in flight. sent: it may have been sent, so while the operation has no end
   * it may have been carried out.
   */
  readonly stage: 'prepared' | 'sent';
  /** Signatures that LinkCy has refused. Failed ones can lock a device. */
  readonly refusals: number;
  /** Set when sent: by which submit, and when. */
  readonly submit?: string;
  readonly sentAt?: number;
}

/** An atomic step of the store. `submit` identifies the attempt to send, so that no other undoes it. */
export type SigningStep<Operation> =
  /** Before the first byte. Applies only while prepared and not expired, so one submit wins. */
  | { readonly to: 'sent'; readonly submit: string; readonly sentAt: number; readonly leaseMilliseconds: number }
  /** The request provably did nothing. */
  | { readonly to: 'prepared'; readonly submit: string; readonly refusals: number }
  /** LinkCy has asked the user: the operation continues, no longer to be signed. */
  | { readonly to: 'asked'; readonly submit: string; readonly operation: Operation };

interface Signed {
  readonly signing?: SigningState;
  readonly expiresAt: number;
}

/** The operation after the step; the same object if the step does not apply. */
export function afterStep<Operation extends Signed>(
  operation: Operation,
  step: SigningStep<Operation>,
  now: number,
): Operation {
  const { signing, expiresAt } = operation;
  if (signing === undefined) return operation;
  if (step.to === 'sent') {
    if (signing.stage !== 'prepared' || now >= expiresAt) return operation;
    const { submit, sentAt } = step;
    return { ...operation, signing: { stage: 'sent', refusals: signing.refusals, submit, sentAt } };
  }
  if (signing.stage !== 'sent' || signing.submit !== step.submit) return operation;
  if (step.to === 'prepared') return { ...operation, signing: { stage: 'prepared', refusals: step.refusals } };
  return { ...step.operation, signing: undefined };
}
