import {
  bundleFormat,
  describeRequirements,
  readFlowFile,
  templateAudiences,
  templateGallery,
  validateFlow,
} from '@instaflow/flow-model';
import { triggerSnapshotSchema } from '../../turn';
import { runFlowTest } from './run-flow-test';

describe.each(templateGallery.map((template) => [template.id, template] as const))(
  'the template %s',
  (_id, template) => {
    const { flows } = template.create();

    it('has nothing wrong with it', () => {
      const problems = flows.flatMap(({ definition, triggers }) =>
        validateFlow(definition, { triggerTypes: new Set(triggers.map(({ type }) => type)) }),
      );
      expect(problems.map(({ nodeId, code }) => `${nodeId ?? '-'} ${code}`)).toEqual([]);
    });

    it.each(flows.flatMap(({ tests }) => tests).map((test) => [test.name, test] as const))(
      '%s',
      (_name, test) => {
        expect(runFlowTest(flows, test).differences.map(({ message }) => message)).toEqual([]);
      },
    );

    it('can be written to a file and read again, with triggers the engine knows', () => {
      const file: unknown = JSON.parse(JSON.stringify({ format: bundleFormat, version: 1, flows }));
      expect(readFlowFile(file)).toEqual({ ok: true, bundle: JSON.parse(JSON.stringify({ flows })) });
      for (const trigger of flows.flatMap(({ triggers }) => triggers)) {
        const made = { keyword: null, ...trigger, id: 't', flowId: 'f', createdAt: 0 };
        expect(triggerSnapshotSchema.safeParse(made).error).toBeUndefined();
      }
      expect(describeRequirements({ flows }).secrets).toEqual([]);
    });
  },
);

describe('the gallery', () => {
  it('has at least a dozen templates, tests in each, and something for everybody', () => {
    expect(templateGallery.length).toBeGreaterThanOrEqual(12);
    expect(new Set(templateGallery.map(({ id }) => id)).size).toBe(templateGallery.length);
    expect(new Set(templateGallery.map(({ audience }) => audience))).toEqual(new Set(templateAudiences));
    for (const template of templateGallery)
      expect(template.create().flows[0]?.tests.length).toBeGreaterThan(0);
  });
});
