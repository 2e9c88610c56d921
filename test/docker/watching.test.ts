import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { askedIn } from './promql.js';
import { startStage, type Stage } from '../sca/stage.js';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const alerts = [...read('.docker/prometheus-alerts.yml').matchAll(/expr: (?:>-\n)?((?:.+\n?)(?:\s+\/ .+)?)/g)];
const { panels, templating } = JSON.parse(read('.docker/grafana-dashboard.json')) as {
  readonly panels: readonly { readonly title: string; readonly targets?: readonly { readonly expr: string }[] }[];
  readonly templating: { readonly list: readonly { readonly name: string }[] };
};
const asked = [
  ...alerts.map(([, expression = '']) => ['an alert', expression.trim()] as const),
  ...panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => [title, expr] as const)),
];

/** Metrics of Prometheus' own, and labels that it adds to all. */
const ofPrometheus = { metrics: ['up'], labels: ['job', 'instance', 'le'] };
/** Default metrics of prom-client whose names, which others know, do not follow the conventions. */
const misnamed = /^nodejs_active_(?:resources|handles|requests)_total$/;

interface Metric {
  readonly type: string;
  readonly help: string;
  readonly labels: ReadonlySet<string>;
}

let stage: Stage;
let metrics: ReadonlyMap<string, Metric>;
beforeAll(async () => {
  stage = await startStage({ server: { metrics: true } });
  const scaId = await stage.pendingTransfer();
  const done = stage.completed(scaId);
  stage.simulator.sca.approve(scaId);
  await done;
  const read = async () => metricsIn(await (await fetch(stage.url.replace('/graphql', '/metrics'))).text());
  // A collection is measured when there was one.
  await vi.waitFor(
    async () => {
      JSON.parse(JSON.stringify(Array.from({ length: 200_000 }, (_, index) => ({ index }))));
      metrics = await read();
      expect(metrics.get('nodejs_gc_duration_seconds')?.labels).toContain('kind');
    },
    { timeout: 10_000 },
  );
});
afterAll(() => stage.close());

function metricsIn(text: string): Map<string, Metric> {
  const found = new Map<string, Metric>();
  const help = new Map([...text.matchAll(/^# HELP (\w+) (.+)$/gm)].map(([, name = '', words = '']) => [name, words]));
  for (const [, name = '', type = ''] of text.matchAll(/^# TYPE (\w+) (\w+)$/gm)) {
    const samples = text.matchAll(new RegExp(`^${name}(?:_bucket|_sum|_count)?\\{([^}]*)\\}`, 'gm'));
    const labels = [...samples].flatMap(([, set = '']) => [...set.matchAll(/(\w+)="/g)].map(([, label = '']) => label));
    found.set(name, { type, help: help.get(name) ?? '', labels: new Set(labels) });
  }
  return found;
}

/** The metric whose series have this name. */
function metricOf(series: string): Metric | undefined {
  const histogram = metrics.get(series.replace(/_(?:bucket|sum|count)$/, ''));
  return metrics.get(series) ?? (histogram?.type === 'histogram' ? histogram : undefined);
}

describe('alert rules and dashboard', () => {
  test('ask for something', () => {
    expect(alerts.length).toBeGreaterThan(8);
    expect(read('.docker/prometheus-alerts.yml').match(/- alert:/g)).toHaveLength(alerts.length);
    expect(asked.length).toBeGreaterThan(30);
    expect(asked.filter(([, expression]) => askedIn(expression).metrics.length === 0)).toEqual([]);
  });

  test.each(asked)('%s: %s asks for metrics and labels that there are', (_, expression) => {
    const { metrics: names, labels, values } = askedIn(expression);
    expect(names.filter((name) => !metricOf(name) && !ofPrometheus.metrics.includes(name))).toEqual([]);
    const known = new Set([...ofPrometheus.labels, ...names.flatMap((name) => [...(metricOf(name)?.labels ?? [])])]);
    expect(labels.filter((label) => !known.has(label))).toEqual([]);
    const published = `${read('schema/problem-codes.json')}${read('schema/schema.graphql')}`;
    expect(values.filter((value) => !new RegExp(`\\b${value}\\b`).test(published))).toEqual([]);
  });

  test('a dashboard asks for what it lets choose, and every metric of ours is watched', () => {
    const variables = templating.list.map(({ name }) => name);
    const used = [...read('.docker/grafana-dashboard.json').matchAll(/\$\{?(\w+)/g)].map(([, name = '']) => name);
    expect([...new Set(used)].filter((name) => !name.startsWith('__')).sort()).toEqual([...variables].sort());
    const ours = [...metrics.keys()].filter((name) => /^(?:graphql|linkcy|sca)_/.test(name));
    const watched = asked.flatMap(([, expression]) => askedIn(expression).metrics);
    expect(ours.filter((name) => !watched.some((series) => series.startsWith(name)))).toEqual([]);
  });
});

test('metrics are named as Prometheus wants it: words with their unit, and _total for what only grows', () => {
  expect(metrics.size).toBeGreaterThan(25);
  const wrong = [...metrics].filter(([name, { type, help }]) => {
    if (misnamed.test(name)) return false;
    const isCounter = type === 'counter';
    const hasBaseUnits = !/(?:milli|micro|minutes|hours|days|kilo|mega|percent|_ms\b|_kb\b|_mb\b)/.test(name);
    const isTimeOrSize = type !== 'histogram' || /_(?:seconds|bytes)$/.test(name);
    const hasOwnSuffix = !/_(?:count|sum|bucket|gauge|counter|histogram)$/.test(name);
    const isWords = /^(?:graphql|linkcy|sca|process|nodejs)(?:_[a-z0-9]+)+$/.test(name);
    const holds = [
      isWords,
      name.endsWith('_total') === isCounter,
      hasBaseUnits,
      isTimeOrSize,
      hasOwnSuffix,
      help !== '',
    ];
    return holds.includes(false);
  });
  expect(wrong).toEqual([]);
});
