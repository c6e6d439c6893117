import type { JsonObject } from '@instaflow/contracts';
import { flowTemplates } from '@instaflow/flow-model';
import type { TemplateId } from './load-template';

/** A new document made from a template, as the API takes it. */
export function createFromTemplate(id: TemplateId): JsonObject | undefined {
  const template = flowTemplates.find((candidate) => candidate.id === id);
  if (!template) return undefined;
  const document: JsonObject = JSON.parse(JSON.stringify(template.create()));
  return document;
}
