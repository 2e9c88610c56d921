import type { ApprovalWords } from './approval.js';

/**
 * EXPIRED is what LinkCy reports as declined. CONSUMED means approved and carried out. REFUSED means approved, but
 * then against one of LinkCy's rules (1.114 only; in 1.78 it stays APPROVED, and the request can be sent again).
 */
export type InteractionStatus = 'PENDING' | 'APPROVED' | 'DECLINED' | 'EXPIRED' | 'CONSUMED' | 'REFUSED';

/** What came of an approved operation. */
export interface Execution {
  /** Epoch milliseconds on the simulator's clock. */
  readonly at: number;
  /** What carried it out: the approval itself (1.114; its answer reaches nobody), or the request that was sent again. */
  readonly by: 'approval' | 'request';
  /** The HTTP status of the operation: 2xx where it was carried out. */
  readonly status: number;
  /** What was created or changed: a transaction, a card, a consumer. */
  readonly objectId?: string;
  /** Why it was refused. In 1.114 nobody is told. */
  readonly errorCode?: string;
  readonly message?: string;
}

/** One operation that waits for its user's approval, or has waited. */
export interface Interaction {
  readonly scaId: string;
  readonly status: InteractionStatus;
  readonly endUserId: string;
  /** The name of the end-user. */
  readonly holder: string;
  readonly scaDeviceId: string;
  /** For instance "POST /api/partner/transactions". */
  readonly route: string;
  readonly strategy: string;
  /** 1.78 only. */
  readonly factor?: string;
  readonly joinCode?: string;
  readonly words: ApprovalWords;
  /** Epoch milliseconds on the simulator's clock. */
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly decidedAt?: number;
  readonly execution?: Execution;
}

/** An interaction with what only the simulator itself needs to know. */
export interface SealedInteraction extends Interaction {
  /** Who asked for the operation. */
  readonly subject: string;
  /** A digest of method, URL and body. */
  readonly fingerprint: string;
  /** What the approval itself carries out (1.114), while it waits. Absent: the request is sent again. */
  readonly carryOut?: (scaId: string) => Execution;
}
