import { setTimeout as wait } from 'node:timers/promises';
import type { Trial } from './trial.js';
import { must, type Told, type ToSign } from './trial.js';

/** What is done to an operation; gives its last state. */
type Cell = (trial: Trial) => Promise<Told | undefined>;

const doesNotMatch = 'SCA_SIGNATURE_DOES_NOT_MATCH';

/** COMPLETED, with the mutation's own payload in it. */
function completed({ row }: Trial, told: Told | undefined, isFirst = true): Told {
  const { status, result } = told ?? {};
  must(status === 'COMPLETED', `not COMPLETED, but ${JSON.stringify(told)}`);
  const isSecret = row.kind === 'secret' && !isFirst;
  must(
    isSecret ? result?.code === 'SHOWN_ONCE' : result?.__typename?.endsWith('Payload') === true,
    `a completed operation with ${JSON.stringify(result)}`,
  );
  return told!;
}

/** PENDING, and why the signature has done nothing. */
function refused(told: Told | undefined, ...codes: readonly string[]): void {
  const { status, result } = told ?? {};
  must(status === 'PENDING', `after a refusal not PENDING, but ${JSON.stringify(told)}`);
  must(
    result?.__typename === 'ScaRefused' && codes.includes(result.code ?? ''),
    `refused with ${JSON.stringify(result)}`,
  );
}

/** What is told to all others, and later: no refusal. */
async function pending(trial: Trial, toSign: ToSign): Promise<void> {
  for (const url of trial.rig.urls) {
    const told = await trial.state(toSign, { url });
    must(told?.status === 'PENDING' && told.result === null, `not simply PENDING: ${JSON.stringify(told)}`);
  }
}

/** An end is told alike everywhere, and a signature for it sends nothing. */
async function stands(trial: Trial, toSign: ToSign, told: Told | undefined): Promise<Told | undefined> {
  const before = trial.writes.length;
  for (const url of trial.rig.urls) {
    const { status } = (await trial.state(toSign, { url })) ?? {};
    must(status === told?.status, `told ${told?.status}, and ${status} stands`);
    const again = await trial.submit(toSign, trial.sign(toSign), { url });
    must(again?.status === told?.status, `signed again it is ${again?.status}`);
  }
  must(trial.writes.length === before, 'it was sent again');
  return told;
}

/** The same request but for one byte of it. */
function changed({ method, path, body, ...rest }: ToSign): ToSign {
  if (body === null) return { ...rest, method, path: `${path.slice(0, -1)}${path.endsWith('x') ? 'y' : 'x'}`, body };
  const at = body.lastIndexOf('"');
  return { ...rest, method, path, body: `${body.slice(0, at)}'${body.slice(at + 1)}` };
}

/** What is not seen in any list is not known after a lost answer. */
const afterLoss = ({ row, executions }: Trial) =>
  row.kind === 'creation' && executions === 1 ? 'COMPLETED' : 'UNKNOWN';

/** Goes on asking, as an owner does whose process has died, until there is an end. */
async function ended(trial: Trial, toSign: ToSign): Promise<Told | undefined> {
  for (;;) {
    const told = await trial.submit(toSign, trial.sign(toSign));
    if (told?.status !== 'PENDING') return told;
    must(told.result === null, `told of a signature that was never sent: ${JSON.stringify(told)}`);
  }
}

async function killedOnce(trial: Trial, at: 'sent' | 'at LinkCy' | 'answered'): Promise<Told | undefined> {
  const { rig, row } = trial;
  const victim = await rig.victim();
  const { url } = victim.instance;
  const toSign = await trial.prepare({}, { url });
  const dead = new Promise<void>((resolve) => {
    const kill = () => victim.instance.kill().then(resolve);
    if (at === 'sent') victim.proxy.after('toSent', kill);
    // What the process was about to do must not happen any more.
    if (at === 'answered') victim.proxy.before('finalize', () => kill().then(() => new Promise<void>(() => {})));
    if (at !== 'at LinkCy') return;
    const stop = rig.simulator.onRequest(row.write, async () => {
      stop();
      await kill();
    });
  });
  await Promise.all([trial.submit(toSign, trial.sign(toSign), { url }).catch(() => undefined), dead]);
  await victim.stop();
  const told = await ended(trial, toSign);
  must(trial.writes.length === (at === 'sent' ? 0 : 1), `LinkCy got ${trial.writes.length} requests`);
  const expected = afterLoss(trial);
  must(told?.status === expected, `not ${expected}, but ${JSON.stringify(told)}`);
  return stands(trial, toSign, told);
}

/** What can happen to a signature, by what it is called in the table. */
export const cells: Readonly<Record<string, Cell>> = {
  signed: async (trial) => {
    const toSign = await trial.prepare();
    const told = completed(trial, await trial.submit(toSign, trial.sign(toSign)));
    must(trial.writes.length === 1 && trial.executions === 1, 'not carried out once');
    completed(trial, await trial.state(toSign), false);
    return stands(trial, toSign, told);
  },
  'wrong, then right': async (trial) => {
    const toSign = await trial.prepare();
    refused(await trial.submit(toSign, trial.sign(changed(toSign))), doesNotMatch);
    await pending(trial, toSign);
    refused(await trial.submit(toSign, 'no signature at all'), 'SCA_SIGNATURE_FORMAT_INVALID');
    must(trial.executions === 0, 'carried out with a wrong signature');
    return completed(trial, await trial.submit(toSign, trial.sign(toSign), { url: trial.rig.urls[1] }));
  },
  'three wrong': async (trial) => {
    const toSign = await trial.prepare();
    for (const url of trial.rig.urls)
      refused(await trial.submit(toSign, trial.sign(changed(toSign)), { url }), doesNotMatch);
    const told = await trial.submit(toSign, trial.sign(changed(toSign)));
    must(told?.status === 'FAILED' && told.result?.code === doesNotMatch, `not FAILED, but ${JSON.stringify(told)}`);
    must(trial.writes.length === 3 && trial.executions === 0, 'more than three signatures, or carried out');
    return stands(trial, toSign, told);
  },
  'too late for LinkCy': async (trial) => {
    const toSign = await trial.prepare();
    const signature = trial.sign(toSign);
    trial.rig.simulator.clock.advance(30_000);
    refused(await trial.submit(toSign, signature), doesNotMatch);
    return trial.state(toSign);
  },
  'after 5 minutes': async (trial) => {
    const toSign = await trial.prepare();
    await wait(Date.parse(toSign.expiresAt) - Date.now() + 500);
    const told = await trial.state(toSign);
    must(told?.status === 'EXPIRED' && told.result?.code === 'SCA_SIGNATURE_NOT_GIVEN', JSON.stringify(told));
    must(trial.writes.length === 0, 'it was sent');
    return stands(trial, toSign, told);
  },
  reused: async (trial) => {
    const [one, other] = [await trial.prepare(), await trial.prepare()];
    must(one.scaId !== other.scaId && one.body === other.body, 'not two alike');
    const signature = trial.sign(one);
    const told = completed(trial, await trial.submit(one, signature));
    const second = await trial.submit(other, signature);
    // One account is added once: that rule comes first.
    if (second?.status === 'FAILED') must(second.result?.code === 'BENEFICIARY_ALREADY_EXISTS', JSON.stringify(second));
    else refused(second, doesNotMatch);
    return stands(trial, one, told);
  },
  'changed by a byte': async (trial) => {
    const toSign = await trial.prepare();
    refused(await trial.submit(toSign, trial.sign(changed(toSign))), doesNotMatch);
    return trial.state(toSign);
  },
  'another device': async (trial) => {
    const toSign = await trial.prepare();
    const device = trial.bank.company.strongAuthentication?.id ?? '';
    refused(await trial.submit(toSign, trial.sign(toSign, device)), 'SCA_DEVICE_NOT_VALID');
    return trial.state(toSign);
  },
  'a stranger': async (trial) => {
    const toSign = await trial.prepare();
    for (const token of [trial.bank.companyToken, trial.bank.partnerToken]) {
      must((await trial.submit(toSign, trial.sign(toSign), { token })) === undefined, 'a stranger could submit');
      must((await trial.state(toSign, { token })) === undefined, 'a stranger could see it');
      must((await trial.resume(toSign, { token })) === undefined, 'a stranger could resume it');
    }
    must(trial.writes.length === 0, 'a signature of a stranger was sent');
    return completed(trial, await trial.submit(toSign, trial.sign(toSign)));
  },
  'two at once': async (trial) => {
    const toSign = await trial.prepare();
    const submits = [0, 1, 0, 1].map((at) =>
      trial.submit(toSign, trial.sign(toSign), { url: trial.rig.urls[at === 0 ? 0 : 1] }),
    );
    const told = await Promise.all(submits);
    must(
      told.every((one) => one?.status === 'COMPLETED'),
      `told ${told.map((one) => one?.status).join(', ')}`,
    );
    must(trial.writes.length === 1 && trial.executions === 1, `LinkCy got ${trial.writes.length} requests`);
    if (trial.row.kind === 'secret') {
      must(told.filter(({ result } = {}) => result?.code !== 'SHOWN_ONCE').length === 1, 'a secret was not told once');
    }
    return told[0];
  },
  'lost answer': async (trial) => {
    const toSign = await trial.prepare();
    trial.rig.simulator.faults.once(trial.row.write, { carriedOut: true, destroySocket: true });
    const told = await trial.submit(toSign, trial.sign(toSign));
    must(trial.writes.length === 1 && trial.executions === 1, 'not carried out once');
    must(told?.status === afterLoss(trial), `not ${afterLoss(trial)}, but ${JSON.stringify(told)}`);
    await trial.resume(toSign);
    return stands(trial, toSign, told);
  },
  'a 202 to it': async (trial) => {
    const { rig, row } = trial;
    const toSign = await trial.prepare();
    rig.simulator.sca.configure({ asksInSpiteOfSignature: true });
    const told = await trial.submit(toSign, trial.sign(toSign));
    rig.simulator.sca.configure({ asksInSpiteOfSignature: false });
    must(told?.status === 'PENDING' && told.result === null, `not PENDING, but ${JSON.stringify(told)}`);
    must(told.scaId === toSign.scaId && told.expiresAt !== toSign.expiresAt, 'another id, or the old time');
    must(trial.executions === 0 && trial.writes.length === 1, 'carried out before it was approved');
    const [asked] = rig.simulator.sca.pending(trial.bank.owner.id);
    must(asked !== undefined && asked.scaId !== toSign.scaId, 'nobody was asked');
    // LinkCy dates in whole seconds.
    await wait(1_100);
    rig.simulator.sca.approve(asked.scaId);
    let end: Told | undefined;
    for (let tries = 0; tries < 20 && (end === undefined || end.status === 'PENDING'); tries += 1) {
      end = await trial.resume(toSign, { url: rig.urls[1] });
      if (end?.status === 'PENDING') await wait(200);
    }
    // Nothing shows a secret: the owner's own wish sends it once more, unsigned, and LinkCy refuses that. Of a request that
    // changes something the approval may have carried out the first one.
    const asRefused = row.write.startsWith('GET') ? 'FAILED' : 'UNKNOWN';
    if (row.kind === 'secret') must(end?.status === asRefused, `not ${asRefused}, but ${JSON.stringify(end)}`);
    else
      must(
        end?.status === 'COMPLETED' || end?.result?.code === 'EFFECT_NOT_VISIBLE',
        `not COMPLETED, but ${JSON.stringify(end)}`,
      );
    return end;
  },
  'killed unsigned': async (trial) => {
    const victim = await trial.rig.victim();
    const toSign = await trial.prepare({}, { url: victim.instance.url });
    await victim.stop();
    await pending(trial, toSign);
    return completed(trial, await trial.submit(toSign, trial.sign(toSign)));
  },
  'killed, nothing sent yet': (trial) => killedOnce(trial, 'sent'),
  'killed, LinkCy at it': (trial) => killedOnce(trial, 'at LinkCy'),
  'killed with the answer': (trial) => killedOnce(trial, 'answered'),
};

/** Of login and refreshToken, for which nothing is prepared: the signature goes with the mutation. */
export const loginCells: Readonly<Record<string, Cell>> = {
  signed: async (trial) => {
    const told = await trial.mutate({ strategy: 'DATA_SIGNING' });
    must(
      told.__typename === 'InvalidInput' && told.fields?.[0]?.path.join('.') === 'sca.signature',
      JSON.stringify(told),
    );
    must(trial.writes.length === 0, 'it was sent unsigned');
    return loggedIn(await trial.mutate(signedWith(trial, await bytesOf(trial))));
  },
  'wrong, then right': async (trial) => {
    const bytes = await bytesOf(trial);
    refusedLogin(await trial.mutate(signedWith(trial, changed(bytes))), doesNotMatch);
    return loggedIn(await trial.mutate(signedWith(trial, bytes)));
  },
  'too late for LinkCy': async (trial) => {
    const signed = signedWith(trial, await bytesOf(trial));
    trial.rig.simulator.clock.advance(30_000);
    return refusedLogin(await trial.mutate(signed), doesNotMatch);
  },
  reused: async (trial) => {
    const signed = signedWith(trial, await bytesOf(trial));
    loggedIn(await trial.mutate(signed));
    return refusedLogin(await trial.mutate(signed), doesNotMatch);
  },
  'changed by a byte': async (trial) =>
    refusedLogin(await trial.mutate(signedWith(trial, changed(await bytesOf(trial)))), doesNotMatch),
  'another device': async (trial) => {
    const device = trial.bank.company.strongAuthentication?.id;
    return refusedLogin(await trial.mutate(signedWith(trial, await bytesOf(trial), device)), 'SCA_DEVICE_NOT_VALID');
  },
};

/** The same input gives the same bytes: an app that does not know them sees what came. */
async function bytesOf(trial: Trial): Promise<ToSign> {
  refusedLogin(await trial.mutate({ strategy: 'DATA_SIGNING', signature: 'none yet' }), 'SCA_SIGNATURE_FORMAT_INVALID');
  const { method, path, body } = trial.writes[0]!;
  return { scaId: '', method, path, body, expiresAt: '' };
}

const signedWith = (trial: Trial, bytes: ToSign, device?: string) => ({
  strategy: 'DATA_SIGNING',
  signature: trial.sign(bytes, device),
});

function loggedIn(told: Told): Told {
  must(told.__typename === 'AuthenticationPayload', `not let in: ${JSON.stringify(told)}`);
  return { status: 'COMPLETED' };
}

function refusedLogin(told: Told, code: string): Told {
  must(told.__typename === 'ScaRefused' && told.code === code, `not refused with ${code}: ${JSON.stringify(told)}`);
  return { status: 'refused' };
}
