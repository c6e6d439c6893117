import type { BundleTrigger } from '../../bundle/flow-bundle';
import type { LoadedBundle } from '../../bundle/read-flow-file';
import type { FlowDefinition } from '../../flow-definition';
import { flowTestSchema, type FlowTestInput } from '../../flow-tests/flow-test';

/** For whom a template is. */
export const templateAudiences = ['shop', 'creator', 'agency'] as const;
export type TemplateAudience = (typeof templateAudiences)[number];

/** A whole automation to start from: flow, what starts it, and conversations that show and test it. */
export type GalleryTemplate = {
  id: string;
  audience: TemplateAudience;
  name: string;
  /** What it does for its owner, in a sentence. */
  description: string;
  /** A new bundle with each call. */
  create: () => LoadedBundle;
};

/** Describes a template; nothing is built before it is asked for. */
export function template({
  triggers,
  flow,
  tests,
  ...about
}: Omit<GalleryTemplate, 'create'> & {
  triggers: readonly BundleTrigger[];
  flow: () => FlowDefinition;
  tests: readonly FlowTestInput[];
}): GalleryTemplate {
  return {
    ...about,
    create: () => ({
      flows: [
        {
          id: about.id,
          name: about.name,
          description: about.description,
          definition: flow(),
          triggers: triggers.map((trigger) => ({ ...trigger })),
          tests: tests.map((test) => flowTestSchema.parse(test)),
        },
      ],
    }),
  };
}
