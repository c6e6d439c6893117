import type { JsonObject } from '@instaflow/contracts';

export const templateIds = ['blank', 'welcome', 'comment_to_dm'] as const;
export type TemplateId = (typeof templateIds)[number];

/** The document of a template; undefined for a blank one, which the server makes. Loads the flow model on demand. */
export async function loadTemplate(id: TemplateId): Promise<JsonObject | undefined> {
  if (id === 'blank') return undefined;
  const { createFromTemplate } = await import('./create-from-template');
  return createFromTemplate(id);
}
