import type { TokenSubject } from '../authentication/tokens.js';

/** Who can log in to the demo bank. These are no secrets: the simulator is local and its bank is made up. */
export const demo = {
  /** Signs the tokens. Fixed, so that a token outlives a restart of the simulator. */
  secret: 'the local simulator signs with this, and nothing else does',
  partnerName: 'Aurora',
  username: 'demo@aurora.example',
  password: 'aurora-demo',
  /** The newest consumer of the demo bank. */
  consumerPhone: '33612345678',
  consumerPassword: 'consumer-demo',
  partnerCaller: {
    userType: 'PARTNER',
    subject: '6f1f1c7e-3d52-4f0c-9b57-1d1a5f0f7a01',
    partner: 'Aurora',
    endUserId: undefined,
  } satisfies TokenSubject,
} as const;
