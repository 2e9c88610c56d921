/** Which version of LinkCy's SCA headers is understood: "old" up to 1.78, "new" from 1.114 on. */
export type ScaGeneration = 'old' | 'new' | 'both';

/** What a rule of a test's own may look at. */
export interface ScaQuestion {
  /** For instance "POST /api/partner/transactions". */
  readonly route: string;
  readonly endUserId: string;
  /** What LinkCy's own rule says. */
  readonly required: boolean;
}

export interface ScaSettings {
  /**
   * When an approval is asked for: by LinkCy's rule, always or never (of the operations that can be approved at all),
   * or by a rule of one's own.
   */
  readonly required: 'byRule' | 'always' | 'never' | ((question: ScaQuestion) => boolean);
  /** How long the user has, in seconds; a fraction is allowed. */
  readonly ttlSeconds: number;
  readonly generation: ScaGeneration;
  /** Whether BY_PASS is honoured, as only LinkCy's sandbox does. */
  readonly bypassAllowed: boolean;
}

export const defaultScaSettings: ScaSettings = {
  required: 'byRule',
  ttlSeconds: 300,
  generation: 'both',
  bypassAllowed: true,
};
