import { randomBytes } from 'node:crypto';
import type { SettableClock } from '../clock.js';

interface Issued<Value> {
  readonly value: Value;
  readonly expiresAt: number;
}

/** Secrets that stand for something for a while: the code of a text message, the link of an e-mail. */
export class Secrets<Value> {
  private readonly issued = new Map<string, Issued<Value>>();

  constructor(
    private readonly clock: SettableClock,
    private readonly lifeMilliseconds: number,
  ) {}

  issue(value: Value): string {
    const secret = randomBytes(9).toString('base64url');
    this.issued.set(secret, { value, expiresAt: this.clock.now() + this.lifeMilliseconds });
    return secret;
  }

  /** The value behind a secret; undefined if it is unknown or has expired. */
  peek(secret: string): Value | undefined {
    const found = this.issued.get(secret);
    return found !== undefined && found.expiresAt > this.clock.now() ? found.value : undefined;
  }

  /** As `look`, and invalidates the secret. */
  take(secret: string): Value | undefined {
    const value = this.peek(secret);
    this.issued.delete(secret);
    return value;
  }
}
