import type { ApprovalWords } from './approval.js';

/**
 * LinkCy reports EXPIRED as declined. CONSUMED means approved and executed. REFUSED means approved, but then rejected
 * by one of LinkCy's rules (1.114 only; in 1.78 it stays APPROVED, and the request can be sent again).
 */
type InteractionStatus = 'PENDING' | 'APPROVED' | 'DECLINED' | 'EXPIRED' | 'CONSUMED' | 'REFUSED';

/** The result of an approved operation. */
export interface Execution {
  /** Epoch milliseconds on the simulator's clock. */
  readonly at: number;
  /** What executed it: the approval itself (1.114; its response reaches no one), or the request sent again. */
  readonly by: 'approval' | 'request';
  /** The HTTP status of the operation: 2xx if it was executed. */
  readonly status: number;
  /** The object that was created or changed: a transaction, a card, a consumer. */
  readonly objectId?: string;
  /** Why it was rejected. In 1.114 no one is told. */
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
  /** Executes the operation on approval (1.114), while it waits. Absent: the request is sent again. */
  readonly carryOut?: (scaId: string) => Execution;
}
