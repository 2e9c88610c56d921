import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { defaultLimits } from '../../../src/config/settings.js';
import { CircuitBreaker, type CallVerdict } from '../../../src/linkcy/http/circuit-breaker.js';
import { LinkcyFailure, LinkcyRejection, LinkcyUnreachable } from '../../../src/linkcy/error.js';
import { failureOf, openStage, read, readRoute, write, type Linkcy, type Stage } from '../stage.js';
import { patiently } from '../../support/patience.js';

describe('the circuit', () => {
  let time = 0;
  const circuitOf = () => {
    time = 1_000;
    return new CircuitBreaker(defaultLimits, () => time);
  };
  const calls = (circuit: CircuitBreaker, verdict: CallVerdict, count: number) => {
    for (let made = 0; made < count; made += 1) circuit.record(circuit.admit(), verdict);
  };
  const opened = () => {
    const circuit = circuitOf();
    calls(circuit, 'down', 20);
    return circuit;
  };

  it('stays closed below 20 calls, even if all fail', () => {
    const circuit = circuitOf();
    calls(circuit, 'down', 19);
    expect(circuit.admit()).toBe('call');
  });

  it('opens when half of 20 calls failed', () => {
    const circuit = circuitOf();
    calls(circuit, 'up', 10);
    calls(circuit, 'down', 9);
    expect(circuit.refuses).toBe(false);
    calls(circuit, 'down', 1);
    expect(circuit.refuses).toBe(true);
    expect(circuit.admit()).toBeUndefined();
  });

  it('stays closed when fewer than half failed', () => {
    const circuit = circuitOf();
    for (let round = 0; round < 50; round += 1) {
      calls(circuit, 'up', 3);
      calls(circuit, 'down', 2);
    }
    expect(circuit.refuses).toBe(false);
  });

  it('forgets failures after ten seconds', () => {
    const circuit = circuitOf();
    calls(circuit, 'down', 19);
    time += 10_000;
    calls(circuit, 'down', 19);
    expect(circuit.refuses).toBe(false);
  });

  it('adds up failures that are spread over less than nine seconds', () => {
    const circuit = circuitOf();
    for (let second = 0; second < 20; second += 1, time += 440) calls(circuit, 'down', 1);
    expect(circuit.refuses).toBe(true);
  });

  it('never opens where one call a second fails: that is not 20 in ten seconds', () => {
    const circuit = circuitOf();
    for (let second = 0; second < 100; second += 1, time += 1_000) calls(circuit, 'down', 1);
    expect(circuit.refuses).toBe(false);
  });

  it('counts no call that its caller gave up', () => {
    const circuit = circuitOf();
    calls(circuit, 'nothing', 1_000);
    calls(circuit, 'down', 19);
    expect(circuit.refuses).toBe(false);
  });

  it('lets one probe through after five seconds', () => {
    const circuit = opened();
    time += 4_999;
    expect(circuit.admit()).toBeUndefined();
    time += 1;
    expect(circuit.admit()).toBe('probe');
    expect(circuit.admit()).toBeUndefined();
  });

  it('closes when the probe succeeds, and then needs 20 new calls to open', () => {
    const circuit = opened();
    time += 5_000;
    circuit.record(circuit.admit(), 'up');
    expect(circuit.admit()).toBe('call');
    calls(circuit, 'down', 19);
    expect(circuit.refuses).toBe(false);
    calls(circuit, 'down', 1);
    expect(circuit.refuses).toBe(true);
  });

  it('stays open for five more seconds when the probe fails', () => {
    const circuit = opened();
    time += 5_000;
    const probe = circuit.admit();
    time += 3_000;
    circuit.record(probe, 'down');
    time += 4_999;
    expect(circuit.admit()).toBeUndefined();
    time += 1;
    expect(circuit.admit()).toBe('probe');
  });

  it('lets the next probe through at once when the caller gave up the first', () => {
    const circuit = opened();
    time += 5_000;
    circuit.record(circuit.admit(), 'nothing');
    expect(circuit.admit()).toBe('probe');
  });

  it('does not wait for ever for a probe that never comes back', () => {
    const circuit = opened();
    time += 5_000;
    circuit.admit();
    time += 5_000;
    expect(circuit.admit()).toBe('probe');
  });

  it('is not closed by a call from before it opened', () => {
    const circuit = circuitOf();
    const early = circuit.admit();
    calls(circuit, 'down', 20);
    circuit.record(early, 'up');
    expect(circuit.refuses).toBe(true);
  });
});

describe('the circuit, where callers and routes fare differently,', () => {
  type Calls = readonly [principal: string, route: string, verdict: CallVerdict, count: number];
  const isOpenAfter = (all: readonly Calls[]) => {
    const circuit = new CircuitBreaker(defaultLimits, () => 1_000);
    for (const [principal, route, verdict, count] of all) {
      for (let made = 0; made < count; made += 1) circuit.record(circuit.admit(), verdict, { principal, route });
    }
    return circuit.refuses;
  };

  it.each<[string, readonly Calls[]]>([
    ['one caller gets errors, on one route', [['A', 'cards', 'failed', 46]]],
    [
      'one caller gets errors, on several routes',
      [
        ['A', 'cards', 'failed', 46],
        ['A', 'ledgers', 'failed', 46],
      ],
    ],
    [
      'one route has errors, for several callers',
      [
        ['A', 'cards', 'failed', 46],
        ['B', 'cards', 'failed', 46],
      ],
    ],
    [
      'one caller gets errors, and others a few',
      [
        ['A', 'cards', 'failed', 46],
        ['B', 'ledgers', 'up', 9],
        ['B', 'ledgers', 'failed', 1],
      ],
    ],
    [
      'one caller gets no answers, and another does',
      [
        ['B', 'ledgers', 'up', 20],
        ['A', 'cards', 'down', 46],
      ],
    ],
    [
      'one route does not answer, and others do',
      [
        ['B', 'ledgers', 'up', 20],
        ['B', 'cards', 'down', 46],
      ],
    ],
  ])('stays closed where %s', (_, all) => {
    expect(isOpenAfter(all)).toBe(false);
  });

  it.each<[string, readonly Calls[]]>([
    [
      'several callers get errors, on several routes',
      [
        ['A', 'cards', 'failed', 10],
        ['B', 'ledgers', 'failed', 10],
      ],
    ],
    ['nobody answers the only caller', [['A', 'cards', 'down', 20]]],
    [
      'nobody answers any caller any more',
      [
        ['A', 'cards', 'up', 5],
        ['B', 'ledgers', 'up', 5],
        ['A', 'cards', 'down', 20],
        ['B', 'ledgers', 'down', 5],
      ],
    ],
    [
      'one caller is loud, and the others get errors, too',
      [
        ['A', 'cards', 'failed', 100],
        ['B', 'ledgers', 'failed', 5],
        ['C', 'cards', 'failed', 5],
      ],
    ],
  ])('opens where %s', (_, all) => {
    expect(isOpenAfter(all)).toBe(true);
  });

  it('tells apart so many callers that a loud one is known among thousands', () => {
    const calm = Array.from({ length: 3_000 }, (_, index): Calls => [`C${index}`, 'ledgers', 'up', 1]);
    expect(isOpenAfter([...calm, ['A', 'cards', 'down', 4_000]])).toBe(false);
  });

  it('lets the next call be a probe where the first one got an error, which may be its own', () => {
    let time = 1_000;
    const circuit = new CircuitBreaker(defaultLimits, () => time);
    for (let made = 0; made < 20; made += 1) circuit.record(circuit.admit(), 'down');
    time += 5_000;
    circuit.record(circuit.admit(), 'failed');
    expect(circuit.admit()).toBe('probe');
  });
});

describe('calls to LinkCy', () => {
  const circuit = {
    circuitMinCalls: 4,
    circuitOpenMilliseconds: 40,
    retriesPerRead: 0,
  };
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterEach(() => stage.reset());
  afterAll(() => stage.close());

  const fail = async ({ client }: Linkcy, count: number) => {
    for (let made = 0; made < count; made += 1) expect(await failureOf(read(client()))).toBeInstanceOf(LinkcyFailure);
  };

  it('an open circuit refuses reads and writes at once, and certainly does not send them', async () => {
    await stage.proxy.always('502');
    const linkcy = stage.linkcy({ ...circuit, circuitOpenMilliseconds: 60_000 });
    await fail(linkcy, 4);
    const asked = stage.proxy.requests.length;
    for (const failure of [await failureOf(read(linkcy.client())), await failureOf(write(stage, linkcy.client()))]) {
      expect(failure).toBeInstanceOf(LinkcyUnreachable);
      expect(failure.reason).toBe('circuit open');
    }
    expect(stage.proxy.requests).toHaveLength(asked);
  });

  const expectCancelled = (failure: Error & { readonly reason?: string }) => expect(failure.reason).toBe('cancelled');

  it('an open circuit that LinkCy recovers from closes by itself', async () => {
    await stage.proxy.always('502');
    const linkcy = stage.linkcy(circuit);
    await fail(linkcy, 4);
    await stage.proxy.clear();
    await vi.waitFor(() => read(linkcy.client()), patiently);
    await Promise.all(Array.from({ length: 10 }, () => read(linkcy.client())));
  });

  it('a failed probe leaves it open, and is the only call that gets through', async () => {
    await stage.proxy.always('502');
    // Longer than ten refusals take.
    const linkcy = stage.linkcy({ ...circuit, circuitOpenMilliseconds: 1_000 });
    await fail(linkcy, 4);
    const asked = stage.proxy.requests.length;
    const failures = new Set<Error>();
    await vi.waitFor(async () => {
      const round = await Promise.all(Array.from({ length: 10 }, () => failureOf(read(linkcy.client()))));
      round.filter((failure) => failure instanceof LinkcyFailure).forEach((failure) => failures.add(failure));
      expect(failures.size).toBe(1);
    }, patiently);
    expect(stage.proxy.requests).toHaveLength(asked + 1);
  });

  it('an open circuit refuses at once, even where the probe takes its time and all places are taken', async () => {
    await stage.proxy.always('502');
    const linkcy = stage.linkcy({ ...circuit, circuitOpenMilliseconds: 200, maxConcurrentCalls: 1 });
    await fail(linkcy, 4);
    await stage.proxy.clear();
    await stage.proxy.always('black hole');
    const gone = new AbortController();
    const asked = stage.proxy.requests.length;
    const probe = vi.waitFor(
      () => failureOf(read(linkcy.client({ signal: gone.signal }))).then(expectCancelled),
      patiently,
    );
    await vi.waitFor(() => expect(stage.proxy.requests).toHaveLength(asked + 1), patiently);
    expect((await failureOf(read(linkcy.client()))).reason).toBe('circuit open');
    gone.abort();
    await probe;
  });

  it.each([500, 501, 505])("one caller's %i on one route never opens it", async (status) => {
    stage.simulator.faults.always(readRoute, { status });
    const linkcy = stage.linkcy(circuit);
    for (let made = 0; made < 46; made += 1) {
      expect(await failureOf(read(linkcy.client({ principal: 'A' })))).toBeInstanceOf(LinkcyFailure);
    }
    stage.simulator.faults.clear();
    await read(linkcy.client({ principal: 'B' }));
  });

  it('refusals never open it', async () => {
    const linkcy = stage.linkcy(circuit);
    for (let made = 0; made < 20; made += 1) {
      const failure = await failureOf(read(linkcy.client({ authorization: 'Bearer of-nothing' })));
      expect(failure).toBeInstanceOf(LinkcyRejection);
    }
    expect(stage.reached(readRoute)).toBe(20);
    await read(linkcy.client());
  });

  it('calls that have too little time never open it', async () => {
    await stage.proxy.always('black hole');
    const linkcy = stage.linkcy(circuit);
    for (let made = 0; made < 8; made += 1) {
      const failure = await failureOf(read(linkcy.client({ deadline: performance.now() + 10 })));
      expect(failure.reason).toMatch(/timeout|deadline/);
    }
    await stage.proxy.clear();
    await read(linkcy.client());
  });
});
