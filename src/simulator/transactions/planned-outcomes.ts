/** The statuses that the row of a transfer may have. */
export const transferStatuses = ['APPROVED', 'PENDING', 'PENDING_REVIEW', 'DECLINED', 'ABORTED'] as const;

/** How the row of a transfer comes out. */
export interface TransferOutcome {
  /** Money moves only if it is APPROVED. */
  readonly status: (typeof transferStatuses)[number];
  /** For instance "REJECTED_BY_RECEIVING_BANK". */
  readonly declineReason?: string;
}

const usual: TransferOutcome = { status: 'APPROVED' };

/** Plans for transfers that LinkCy accepts but does not complete, or not yet: their rows say so. */
export class PlannedOutcomes {
  private planned: TransferOutcome[] = [];

  /** For the next transfer that is carried out, after those planned before. */
  next(outcome: TransferOutcome): void {
    this.planned.push(outcome);
  }

  take(): TransferOutcome {
    return this.planned.shift() ?? usual;
  }

  clear(): void {
    this.planned = [];
  }
}
