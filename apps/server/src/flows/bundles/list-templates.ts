import type { FlowTemplate } from '@instaflow/contracts';
import {
  bundleFormat,
  describeRequirements,
  templateGallery,
  type GalleryTemplate,
  type TemplateAudience,
} from '@instaflow/flow-model';
import { toJson } from '../drafts/flow-document';

const categories: Record<TemplateAudience, FlowTemplate['category']> = {
  shop: 'shops',
  creator: 'creators',
  agency: 'agencies',
};

let shown: FlowTemplate[] | undefined;

/** The gallery as the API shows it; built once, it never changes. */
export function listTemplates(): FlowTemplate[] {
  return (shown ??= templateGallery.map(toTemplate));
}

function toTemplate({ id, audience, name, description, create }: GalleryTemplate): FlowTemplate {
  const bundle = create();
  return {
    key: id,
    name,
    description,
    category: categories[audience],
    steps: bundle.flows.reduce((sum, { definition }) => sum + definition.nodes.length, 0),
    testCount: bundle.flows.reduce((sum, { tests }) => sum + tests.length, 0),
    requirements: describeRequirements(bundle),
    bundle: {
      format: bundleFormat,
      version: 1,
      flows: bundle.flows.map((flow) => ({ ...flow, definition: toJson(flow.definition) })),
    },
  };
}
