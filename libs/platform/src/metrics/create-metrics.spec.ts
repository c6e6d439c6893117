import { createMetrics } from './create-metrics';

describe('createMetrics', () => {
  it('renders its own and the default metrics with the constant labels', async () => {
    const metrics = createMetrics({ labels: { role: 'worker' } });
    metrics.counter('events_total', 'Events', ['kind']).inc({ kind: 'message' }, 2);
    metrics.histogram('turn_seconds', 'Turns').observe(0.004);
    metrics.gauge('queue_depth', 'Depth').set(3);
    const text = await metrics.render();
    expect(text).toContain('events_total{kind="message",role="worker"} 2');
    expect(text).toContain('turn_seconds_bucket{le="0.005",role="worker"} 1');
    expect(text).toContain('process_cpu_seconds_total');
  });
});
