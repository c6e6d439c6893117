import { z } from 'zod';
import { describeRequirements, diffFlows, explainImpact, templateGallery } from '@instaflow/flow-model';
import { endpoints } from './endpoints';
import { bundleRequirements, flowBundleEndpoints } from './flow-bundles';
import { flowDiff, flowDiffEndpoints, peopleImpact } from './flow-diff';
import { flowTest, flowTestEndpoints } from './flow-tests';

const all = Object.entries({ ...flowBundleEndpoints, ...flowDiffEndpoints, ...flowTestEndpoints });

describe('the calls of tests, versions and bundles', () => {
  it.each(all)('%s declares the parameters of its path and can be described', (_, endpoint) => {
    const declared = endpoint.params instanceof z.ZodObject ? Object.keys(endpoint.params.shape) : [];
    const named = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    expect(declared.toSorted()).toEqual(named.toSorted());
    for (const schema of [endpoint.body, endpoint.response]) {
      if (schema) expect(z.toJSONSchema(schema, { io: 'input' })).toHaveProperty('$schema');
    }
    const paths = Object.values(endpoints).map(({ method, path }) => `${method} ${path}`);
    expect(paths.filter((path) => path === `${endpoint.method} ${endpoint.path}`).length).toBeLessThanOrEqual(
      1,
    );
  });

  it('carry what the flow model says', () => {
    const [first, second] = templateGallery.map((template) => template.create());
    if (!first || !second) throw new Error('no templates');
    expect(bundleRequirements.parse(describeRequirements(first))).toEqual(describeRequirements(first));
    const [before, after] = [first.flows[0]?.definition, second.flows[0]?.definition];
    if (!before || !after) throw new Error('no flows');
    const diff: unknown = JSON.parse(JSON.stringify(diffFlows(before, after)));
    expect(flowDiff.parse(diff)).toEqual(diff);
    const impact = explainImpact(before, after, [{ nodeId: before.startNodeId, count: 1 }]);
    expect(peopleImpact.array().parse(impact)).toEqual(impact);
    for (const test of first.flows.flatMap(({ tests }) => tests)) expect(flowTest.parse(test)).toEqual(test);
  });
});
