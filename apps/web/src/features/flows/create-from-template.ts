import type { JsonObject } from '@instaflow/contracts';
import { flowTemplates } from '@instaflow/flow-model';
import type { TemplateId } from './load-template';

/** A new document made from a template, as the API takes it. */
export function createFromTemplate(id: TemplateId): JsonObject | undefined {
  const template = flowTemplates.find((candidate) => candidate.id === id);
  if (!template) return undefined;
  // Plain JSON by the flow model's own schema; a round trip drops what is undefined. `parse` answers `any`.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- see above
  return JSON.parse(JSON.stringify(template.create())) as JsonObject;
}
