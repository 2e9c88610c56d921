import { control } from '../control/control-route.js';
import { endUserOf } from '../consumers/end-users.js';
import { conflict, notFound } from '../http/refusal.js';
import { RequestBody } from '../http/request-body.js';
import type { Answer, Call, Endpoint } from '../http/router.js';
import { generations } from './generation.js';
import type { Interaction, SealedInteraction } from './interaction.js';

/** The paths by which the phone page and other processes approve, decline, and steer SCA. They need no token. */
export const scaControlRoutes: readonly Endpoint[] = [
  control('GET', '/sca', list),
  control('GET', '/sca/settings', ({ simulation }) => ({ status: 200, body: simulation.sca.settings })),
  control('PATCH', '/sca/settings', configure),
  control('GET', '/sca/{scaId}', (call) => ({ status: 200, body: shown(found(call)) })),
  control('POST', '/sca/{scaId}/approve', (call) => decide(call, 'approve')),
  control('POST', '/sca/{scaId}/decline', (call) => decide(call, 'decline')),
  control('POST', '/sca/{scaId}/expire', (call) => decide(call, 'expire')),
  control('POST', '/sca/signatures', sign),
  control('GET', '/executions', ({ simulation }) => ({ status: 200, body: simulation.executions.all })),
];

/** `?status=PENDING`, `?endUserId=`. */
function list({ query, simulation }: Call): Answer {
  const status = query.get('status');
  const all = simulation.sca.all(query.get('endUserId') ?? undefined);
  const content = all.filter((one) => status === null || one.status === status).map(shown);
  return { status: 200, body: { content } };
}

function decide(call: Call, decision: 'approve' | 'decline' | 'expire'): Answer {
  const { scaId, status } = found(call);
  if (status !== 'PENDING') throw conflict('SCA_INTERACTION_DECIDED', `This interaction is ${status}`);
  return { status: 200, body: shown(call.simulation.sca[decision](scaId)) };
}

function configure(call: Call): Answer {
  const { sca } = call.simulation;
  const body = RequestBody.of(call.body);
  const required = body.oneOf('required', ['byRule', 'always', 'everywhere', 'never']) ?? sca.settings.required;
  const generation = body.oneOf('generation', generations) ?? sca.settings.generation;
  const bypassAllowed = body.boolean('bypassAllowed') ?? sca.settings.bypassAllowed;
  const ttlSeconds = body.integer('ttlSeconds', 1, 86_400) ?? sca.settings.ttlSeconds;
  const executionSeconds = body.integer('executionSeconds', 0, 86_400) ?? sca.settings.executionSeconds;
  const asksInSpiteOfSignature = body.boolean('asksInSpiteOfSignature') ?? sca.settings.asksInSpiteOfSignature;
  body.check();
  sca.configure({ required, generation, bypassAllowed, ttlSeconds, executionSeconds, asksInSpiteOfSignature });
  return { status: 200, body: sca.settings };
}

/**
 * The `Linkcy-SCA-Signature` of a phone for a request with this `method`, `path` and `body`: the phone `deviceId`, or
 * else the first of `endUserId`, or else the first of the user whom the request concerns.
 */
function sign(call: Call): Answer {
  const { sca, store } = call.simulation;
  const body = RequestBody.of(call.body);
  const method = body.needs('method').text('method') ?? '';
  const path = body.needs('path').text('path', { pattern: /^\//, must: 'must begin with "/"' }) ?? '';
  const signed = body.text('body');
  const endUserId = body.optionalId('endUserId');
  const deviceId = body.text('deviceId');
  body.check();
  const [own] = endUserId === undefined ? [] : endUserOf(store, endUserId).devices;
  if (endUserId !== undefined && own === undefined) throw noSigner('The user has no active SCA device');
  try {
    return {
      status: 200,
      body: { signature: sca.sign({ method, path, body: signed, deviceId: deviceId ?? own?.id }) },
    };
  } catch (error) {
    if (error instanceof RangeError) throw noSigner(error.message);
    throw error;
  }
}

function noSigner(message: string) {
  return notFound('NO_ACTIVE_SCA_DEVICE_FOUND', message);
}

function found(call: Call): SealedInteraction {
  const interaction = call.simulation.sca.get(call.parameters.scaId ?? '');
  if (interaction === undefined) throw notFound('SCA_INTERACTION_NOT_FOUND', 'There is no such interaction');
  return interaction;
}

/** An interaction without what only the fence needs. */
function shown({
  subject: _caller,
  fingerprint: _digest,
  carryOut: _request,
  ...interaction
}: SealedInteraction): Interaction {
  return interaction;
}
