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

/** Shared by the whole server: holds nothing of any caller. */
export interface Services {
  readonly transport: Transport;
  readonly cursors: CursorCodec;
  readonly sca: ScaServices;
  readonly loginAttempts: AttemptLimiter;
}

/**
 * The context of one GraphQL request. It lives as long as the request and shares nothing with another. Parts are created
 * on first use: a subscription that waits for minutes needs no loader and no list.
 */
export class Context {
  /** Parts created so far. Apollo copies contexts with Object.assign; copies share this object, and so later parts too. */
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

  /** Loads single objects, each once per request. */
  get loaders(): Loaders {
    return (this.parts.loaders ??= new Loaders(this.linkcy));
  }

  /** Lists as connections, nested ones with their parent; each is fetched once per request. */
  get lists(): Lists {
    return (this.parts.lists ??= new Lists(this.linkcy, this.services.cursors));
  }

  /** Clears loaders and lists after a write, which may have changed objects that it does not name. */
  clearLoaded(): void {
    this.parts.loaders?.clear();
    this.parts.lists?.clear();
  }

  /** Mutations and their approvals. */
  get sca(): Approvals {
    return (this.parts.sca ??= new Approvals(new ScaOperations(this.services.sca, this.caller, this.client)));
  }

  /** Mutations whose answer is never stored: secrets and links. */
  get secrets(): SecretMutations {
    return (this.parts.secrets ??= secretMutations(this.services, this.caller, this.client));
  }

  /** As `secrets`, but without the caller's token: for login and the like. */
  get withoutToken(): SecretMutations {
    const { services, caller, parts } = this;
    const nobody = { ...caller, authorization: undefined };
    return (parts.withoutToken ??= secretMutations(services, nobody, new LinkcyClient(services.transport, nobody)));
  }

  /** Outcomes of the mutations that have finished. */
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
