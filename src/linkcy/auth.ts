/** POST /login as a partner, a consumer or a corporate's account owner: exactly one of the three names is set. */
export interface LoginRequest {
  readonly partnerName: string;
  readonly password: string;
  readonly username?: string;
  /** Country code and number, digits only. */
  readonly consumerPhone?: string;
  readonly accountOwnerPhone?: string;
}

/** Answer of POST /login and POST /refresh. */
export interface Tokens {
  readonly token: string;
  readonly refreshToken: string;
  /** Only for end-users. */
  readonly endUserId?: string | null;
}
