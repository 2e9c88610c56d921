/** How far an operation has come whose request the user's device signs. */
export interface SigningState {
  /**
   * prepared: nothing was carried out, and nothing that is under way can do it. sent: bytes are out, or may be; as long as
   * the operation has no end, it may have been carried out.
   */
  readonly stage: 'prepared' | 'sent';
  /** Signatures that LinkCy has refused: failed ones can lock a device. */
  readonly refusals: number;
  /** sent: by which submit, and when. */
  readonly submit?: string;
  readonly sentAt?: number;
}

/** A step of the store, each one atomic. `submit` names the one attempt to send, so that nobody undoes what another does. */
export type SigningStep<Operation> =
  /** Before the first byte: whoever finds the operation prepared, and its time not over, is the one who sends. */
  | { readonly to: 'sent'; readonly submit: string; readonly sentAt: number; readonly leaseMilliseconds: number }
  /** What was sent has certainly done nothing. */
  | { readonly to: 'prepared'; readonly submit: string; readonly refusals: number }
  /** LinkCy asks the user all the same: the operation as it goes on, no longer to be signed. */
  | { readonly to: 'asked'; readonly submit: string; readonly operation: Operation };

interface Signed {
  readonly signing?: SigningState;
  readonly expiresAt: number;
}

/** The operation after the step; the very same one where the step does not apply. */
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
