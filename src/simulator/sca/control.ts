import { control } from '../control/control-route.js';
import { conflict, notFound } from '../http/refusal.js';
import { RequestBody } from '../http/request-body.js';
import type { Answer, Call, Route } from '../http/router.js';
import type { Interaction, SealedInteraction } from './interaction.js';

/** The paths by which the phone page and other processes approve, decline, and steer SCA. They need no token. */
export const scaControlRoutes: readonly Route[] = [
  control('GET', '/sca', list),
  control('GET', '/sca/settings', ({ simulation }) => ({ status: 200, body: simulation.sca.settings })),
  control('PATCH', '/sca/settings', configure),
  control('GET', '/sca/{scaId}', (call) => ({ status: 200, body: shown(found(call)) })),
  control('POST', '/sca/{scaId}/approve', (call) => decide(call, 'approve')),
  control('POST', '/sca/{scaId}/decline', (call) => decide(call, 'decline')),
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

function decide(call: Call, decision: 'approve' | 'decline'): Answer {
  const { scaId, status } = found(call);
  if (status !== 'PENDING') throw conflict('SCA_INTERACTION_DECIDED', `This interaction is ${status}`);
  return { status: 200, body: shown(call.simulation.sca[decision](scaId)) };
}

function configure(call: Call): Answer {
  const { sca } = call.simulation;
  const body = RequestBody.of(call.body);
  const required = body.oneOf('required', ['byRule', 'always', 'never']) ?? sca.settings.required;
  const generation = body.oneOf('generation', ['old', 'new', 'both']) ?? sca.settings.generation;
  const bypassAllowed = body.boolean('bypassAllowed') ?? sca.settings.bypassAllowed;
  const ttlSeconds = body.integer('ttlSeconds', 1, 86_400) ?? sca.settings.ttlSeconds;
  body.check();
  sca.configure({ required, generation, bypassAllowed, ttlSeconds });
  return { status: 200, body: sca.settings };
}

/** What the phone of a device would sign: `request` is "POST /api/partner/beneficiaries". */
function sign(call: Call): Answer {
  const body = RequestBody.of(call.body);
  const scaDeviceId = body.needs('scaDeviceId').text('scaDeviceId') ?? '';
  const request = body.needs('request').text('request') ?? '';
  body.check();
  return { status: 200, body: { signature: call.simulation.sca.signatures.sign(scaDeviceId, request) } };
}

function found(call: Call): SealedInteraction {
  const interaction = call.simulation.sca.get(call.parameters.scaId ?? '');
  if (interaction === undefined) throw notFound('SCA_INTERACTION_NOT_FOUND', 'There is no such interaction');
  return interaction;
}

/** An interaction without what only the fence needs. */
function shown({ subject: _caller, fingerprint: _digest, ...interaction }: SealedInteraction): Interaction {
  return interaction;
}
