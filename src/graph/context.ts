import type { AttemptLimiter } from './authentication/login-attempts.js';
import { LinkcyApi } from '../linkcy/api.js';
import { LinkcyClient, type Caller } from '../linkcy/client.js';
import type { Transport } from '../linkcy/http/transport.js';
import { Lists } from './lists.js';
import { Loaders } from './loaders.js';
import type { CursorCodec } from '../pagination/cursor.js';
import { SecretOperations } from '../sca/secret-operations.js';
import { ScaOperations } from '../sca/sca-operations.js';
import type { ScaServices } from '../sca/sca-services.js';
import { Approvals, SecretMutations } from './sca/approvals.js';
import type { NotedOutcome } from './sca/noted-outcome.js';

/** What the whole server shares: no field of it knows a caller. */
export interface Services {
  readonly transport: Transport;
  readonly cursors: CursorCodec;
  readonly sca: ScaServices;
  readonly loginAttempts: AttemptLimiter;
}

/**
 * What one GraphQL request has. It is made for the request, and nothing in it outlives it or is shared with another. Each
 * part is made when it is first asked for: a subscription that waits for minutes needs no loader and no list.
 */
export class Context {
  /** The parts made so far. Apollo copies contexts with Object.assign: a copy shares them, also those made later. */
  private readonly parts: { -readonly [Name in keyof Context]?: Context[Name] } = {};

  constructor(
    readonly services: Services,
    readonly caller: Caller,
  ) {}

  get client(): LinkcyClient {
    return (this.parts.client ??= new LinkcyClient(this.services.transport, this.caller));
  }

  get linkcy(): LinkcyApi {
    return (this.parts.linkcy ??= new LinkcyApi(this.client));
  }

  /** Single objects, each fetched once a request. */
  get loaders(): Loaders {
    return (this.parts.loaders ??= new Loaders(this.linkcy));
  }

  /** Lists as connections, nested ones with their parent; the same one is asked for once a request. */
  get lists(): Lists {
    return (this.parts.lists ??= new Lists(this.linkcy, this.services.cursors));
  }

  /** After a write, which may also have changed what it does not name: everything is asked for anew. */
  clearLoaded(): void {
    this.parts.loaders?.clear();
    this.parts.lists?.clear();
  }

  /** Mutations and the approvals they may need. */
  get sca(): Approvals {
    return (this.parts.sca ??= new Approvals(new ScaOperations(this.services.sca, this.caller, this.client)));
  }

  /** Mutations whose answer nobody keeps: secrets and links. */
  get secrets(): SecretMutations {
    return (this.parts.secrets ??= secretMutations(this.services, this.caller, this.client));
  }

  /** The same without the caller's token: for those who are about to get one. */
  get withoutToken(): SecretMutations {
    const { services, caller, parts } = this;
    const nobody = { ...caller, authorization: undefined };
    return (parts.withoutToken ??= secretMutations(services, nobody, new LinkcyClient(services.transport, nobody)));
  }

  /** How the mutations ended that have answered. */
  get outcomes(): NotedOutcome[] {
    return (this.parts.outcomes ??= []);
  }

  get loginAttempts(): AttemptLimiter {
    return this.services.loginAttempts;
  }
}

function secretMutations({ sca }: Services, caller: Caller, client: LinkcyClient): SecretMutations {
  return new SecretMutations(new SecretOperations(sca, caller, client));
}
