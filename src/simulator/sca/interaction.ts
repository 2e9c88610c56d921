import type { ApprovalWords } from './approval.js';

/** EXPIRED is what LinkCy reports as declined; CONSUMED means approved and carried out. */
export type InteractionStatus = 'PENDING' | 'APPROVED' | 'DECLINED' | 'EXPIRED' | 'CONSUMED';

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
  readonly factor: string;
  readonly joinCode?: string;
  readonly words: ApprovalWords;
  /** Epoch milliseconds on the simulator's clock. */
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly decidedAt?: number;
}

/** An interaction with what nobody but the fence needs to know. */
export interface SealedInteraction extends Interaction {
  /** Who asked for the operation. */
  readonly subject: string;
  /** A digest of method, URL and body. */
  readonly fingerprint: string;
}
