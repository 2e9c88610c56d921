import type { LinkcyClient } from '../linkcy/client.js';
import { beneficiaries, beneficiaryWrites, type Beneficiary } from '../linkcy/endpoints/beneficiaries.js';

/** The friendly name of a payee, and how to restore it by hand. */
export class PayeeName {
  /** The change whose outcome is still unknown. */
  private open: { readonly to: string; readonly stage: 'sent' | 'asked' } | undefined;
  private current: string;
  /** The payee's name during the check. */
  readonly changed: string;

  constructor(
    private readonly client: LinkcyClient,
    private readonly payeeId: string,
    readonly original: string,
  ) {
    this.current = original;
    this.changed = `${original.slice(0, 50)} (check)`;
  }

  /** The request that gives the payee this name. */
  write(to: string) {
    return beneficiaryWrites.update(this.payeeId, { friendlyName: to });
  }

  /** Reads the name from LinkCy. */
  async read(): Promise<string> {
    const { friendlyName }: Beneficiary = await beneficiaries(this.client).get(this.payeeId);
    this.current = friendlyName ?? '';
    if (this.open?.to === this.current) this.open = undefined;
    return this.current;
  }

  sending(to: string): void {
    this.open = { to, stage: 'sent' };
  }

  asked(to: string): void {
    this.open = { to, stage: 'asked' };
  }

  /** The request can no longer have an effect. */
  over(): void {
    this.open = undefined;
  }

  get isAsItWas(): boolean {
    return this.open === undefined && this.current === this.original;
  }

  /** The state of the name, in words. */
  get state(): string {
    const { original, current, open } = this;
    const payee = `payee ${this.payeeId}`;
    if (open === undefined) {
      if (current === original) return `The name of ${payee} is "${original}", as it was before.`;
      return `The name of ${payee} is "${current}". It was "${original}": please change it back.`;
    }
    const was = current === original ? '' : ` Before the check it was "${original}".`;
    if (open.stage === 'sent') {
      return `A request to name ${payee} "${open.to}" was on its way: it may be done, or be on the phone. The name was "${current}".${was}`;
    }
    return `The name of ${payee} is "${current}" as far as is known. An approval is open on the phone: if it is given, the name may become "${open.to}".${was}`;
  }
}
