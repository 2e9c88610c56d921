/** The phone's description of an operation, in plain words. */
export interface ApprovalWords {
  /** For instance "Pay Marie Dubois". */
  readonly title: string;
  /** For instance "€ 120.00". */
  readonly amount?: string;
  /** Further facts for the user to check, in order. */
  readonly facts: readonly (readonly [label: string, value: string])[];
}

/** An operation that an end-user may have to approve. */
export interface ApprovalDemand {
  /** The user concerned by the operation, who need not be the caller. */
  readonly endUserId: string;
  /** Whether LinkCy asks for an approval of this operation. */
  readonly required: boolean;
  /** LinkCy is not known to ask here. Whether it does is its choice, so a test may want it to. */
  readonly unusual?: true;
  readonly words: ApprovalWords;
}
