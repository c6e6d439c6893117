import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** One registry per process; every metric of the program is made here so that names stay in one place's style. */
export type Metrics = {
  registry: Registry;
  contentType: string;
  counter(name: string, help: string, labelNames?: readonly string[]): Counter;
  gauge(name: string, help: string, labelNames?: readonly string[]): Gauge;
  /** `buckets` in the unit of the metric (seconds by Prometheus convention). */
  histogram(
    name: string,
    help: string,
    options?: { labelNames?: readonly string[]; buckets?: number[] },
  ): Histogram;
  /** The text of `GET /metrics`. */
  render(): Promise<string>;
};

/** Registry with Node's default metrics and the given constant labels, such as the role. */
export function createMetrics(options: { labels?: Record<string, string> } = {}): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels(options.labels ?? {});
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    contentType: registry.contentType,
    counter: (name, help, labelNames = []) => new Counter({ name, help, labelNames, registers }),
    gauge: (name, help, labelNames = []) => new Gauge({ name, help, labelNames, registers }),
    histogram: (name, help, { labelNames = [], buckets = defaultBuckets } = {}) =>
      new Histogram({ name, help, labelNames, buckets, registers }),
    render: () => registry.metrics(),
  };
}

const defaultBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
