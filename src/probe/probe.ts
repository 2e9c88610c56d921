import { randomUUID } from 'node:crypto';
import type { Config } from '../config/settings.js';
import { LinkcyClient } from '../linkcy/client.js';
import { beneficiaries } from '../linkcy/endpoints/beneficiaries.js';
import { LinkcyError, LinkcyRejection } from '../linkcy/error.js';
import { failureInWords } from '../linkcy/http/failure-in-words.js';
import { UnreadableRow } from '../linkcy/json/page.js';
import { createTransport, type Transport } from '../linkcy/http/transport.js';
import { claimsOf } from '../sca/token-claims.js';
import { changeName, type ChangeEnd } from './approval.js';
import { PayeeName } from './payee-name.js';
import type { Terminal } from './terminal.js';

/** The part of the configuration that the check uses. */
type ProbeConfig = Pick<
  Config,
  'linkcyUrl' | 'linkcyProxy' | 'linkcyCa' | 'linkcyClientCertificate' | 'linkcyClientKey' | 'sandbox' | 'limits'
>;

/**
 * A guided check against LinkCy's sandbox: whether it is reachable, whose token it is, and how this LinkCy finishes
 * approved operations. It makes one harmless change, to a payee's friendly name, and reverts it.
 */
export class Probe {
  private name: PayeeName | undefined;

  constructor(
    private readonly config: ProbeConfig,
    /** A token of a LinkCy user who has a payee and a phone. Never printed. */
    private readonly token: string | undefined,
    private readonly terminal: Terminal,
  ) {}

  /** The state of the payee's name; undefined if it is unchanged and no request is pending. */
  get leftBehind(): string | undefined {
    return this.name === undefined || this.name.isAsItWas ? undefined : this.name.state;
  }

  /** Resolves with whether the check found out how LinkCy finishes operations. */
  async run(): Promise<boolean> {
    const { linkcyUrl: origin, linkcyProxy: proxy, linkcyCa: ca, limits } = this.config;
    const { linkcyClientCertificate: clientCertificate, linkcyClientKey: clientKey } = this.config;
    const missing = this.missing();
    if (origin === undefined || missing !== undefined) return this.stop(missing ?? '');
    const transport = createTransport({ ...limits, origin }, { proxy, ca, clientCertificate, clientKey });
    try {
      if (!(await this.reaches(transport, origin))) return false;
      const client = new LinkcyClient(transport, { authorization: `Bearer ${this.token}`, requestId: randomUUID() });
      const name = await this.chooseName(client);
      return name !== undefined && (await this.findOut(client, name));
    } finally {
      if (this.leftBehind !== undefined) this.terminal.say(this.leftBehind);
      this.terminal.close();
      await transport.close();
    }
  }

  private missing(): string | undefined {
    const { linkcyUrl, sandbox } = this.config;
    if (linkcyUrl === undefined) return "LINKCY_URL must be the address of LinkCy's sandbox.";
    if (!sandbox)
      return 'LINKCY_SANDBOX must be true: the check changes the name of a payee, and is for a sandbox only.';
    if (!this.token) return 'LINKCY_TOKEN must be a token of LinkCy, of a user who has a payee and a phone.';
    return undefined;
  }

  private async reaches(transport: Transport, origin: string): Promise<boolean> {
    try {
      await transport.send({ method: 'GET', route: { path: '/', template: '/' }, search: '', headers: {} });
      this.terminal.say(`LinkCy is reached: ${origin}`);
      return true;
    } catch (error) {
      if (!(error instanceof LinkcyError)) throw error;
      return this.stop(`LinkCy is not reached: ${failureInWords(error)}.`);
    }
  }

  /** Prints who the token is, and chooses a payee with a friendly name. */
  private async chooseName(client: LinkcyClient): Promise<PayeeName | undefined> {
    const page = { page: 0, pageSize: 100, sortAttribute: 'CREATION_DATE', sortDirection: 'DESC' } as const;
    try {
      const { content } = await beneficiaries(client).list({}, page);
      const rows = content.flatMap((row) => (row instanceof UnreadableRow ? [] : [row]));
      this.tellToken();
      const payee = rows.find(({ friendlyName }) => friendlyName != null && friendlyName !== '');
      if (payee !== undefined) return new PayeeName(client, payee.id, payee.friendlyName ?? '');
      this.stop(
        'It has no payee with a friendly name among its newest 100. Give one a friendly name, and begin again.',
      );
    } catch (error) {
      if (!(error instanceof LinkcyError)) throw error;
      if (error instanceof LinkcyRejection && error.status === 403) this.tellToken();
      const isUnknown = error instanceof LinkcyRejection && error.status === 401;
      this.stop(isUnknown ? 'LinkCy does not accept the token.' : `Payees cannot be listed: ${error.message}.`);
    }
    return undefined;
  }

  private tellToken(): void {
    const claims = claimsOf(this.token ?? '');
    const text = (...names: readonly string[]) =>
      names.map((name) => claims[name]).find((value) => typeof value === 'string') ?? 'not said';
    const roles = Array.isArray(claims.roles) ? claims.roles.filter((role) => typeof role === 'string') : [];
    const ends = typeof claims.exp === 'number' ? new Date(claims.exp * 1000).toISOString() : 'not said';
    this.terminal.say(
      [
        'LinkCy accepts the token. It says of itself:',
        `  user     ${text('endUserId', 'sub', 'user_name')}`,
        `  partner  ${text('partnerName', 'partner')}`,
        `  roles    ${roles.length === 0 ? 'not said' : roles.join(' ')}`,
        `  ends     ${ends}`,
      ].join('\n'),
    );
  }

  private async findOut(client: LinkcyClient, name: PayeeName): Promise<boolean> {
    const { terminal } = this;
    terminal.say(
      `\nNow a payee's friendly name is changed from "${name.original}" to "${name.changed}", and back. ` +
        'Each needs an approval on the phone: two in all.',
    );
    const answer = await terminal.ask('Type yes to begin.');
    if (answer?.toLowerCase() !== 'yes') return this.stop('Nothing was changed.');
    this.name = name;
    const first = await changeName(client, name, name.changed, terminal);
    if (first.end !== 'done') return this.stop(this.untold(first, name));
    terminal.say(`The name is "${name.changed}" now. It is put back, which needs the second approval.`);
    const known = first.by === 'direct' ? undefined : first.by;
    const back = await changeName(client, name, name.original, terminal, known);
    if (back.end === 'done') terminal.say(`The name is "${name.original}" again.`);
    else terminal.say(`It could not be put back: ${back.why}.`);
    if (first.by === 'direct') {
      return this.stop(
        'LinkCy asked for no approval, so how it finishes one cannot be told. Leave LINKCY_APPROVALS=auto.',
      );
    }
    terminal.say(first.by === 'observe' ? observes : replays);
    terminal.say(`\nLINKCY_APPROVALS=${first.by}`);
    return back.end === 'done';
  }

  private untold({ end, why }: Exclude<ChangeEnd, { end: 'done' }>, name: PayeeName): string {
    if (end === 'refused') return `LinkCy refused the change: ${why}. ${name.state}`;
    if (end === 'lost') return `What became of the change is not known: ${why}.`;
    return `How this LinkCy finishes an approval cannot be told: ${why}. Leave LINKCY_APPROVALS=auto. ${name.state}`;
  }

  private stop(line: string): false {
    this.terminal.say(line);
    return false;
  }
}

const observes = 'The approval itself carried the change out, as since LinkCy 1.114: nothing may be sent again.';
const replays =
  'The approved change was carried out when it was sent again with its Linkcy-SCA-Id, as up to LinkCy 1.78.';
