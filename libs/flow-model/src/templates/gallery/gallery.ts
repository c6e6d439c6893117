import { agencyTemplates } from './agency-templates';
import { creatorTemplates } from './creator-templates';
import type { GalleryTemplate } from './gallery-template';
import { shopTemplates } from './shop-templates';

/** Whole automations to start from, by audience. */
export const templateGallery: readonly GalleryTemplate[] = [
  ...shopTemplates,
  ...creatorTemplates,
  ...agencyTemplates,
];

/** A template by its id; null when there is none. */
export function findTemplate(id: string): GalleryTemplate | null {
  return templateGallery.find((template) => template.id === id) ?? null;
}
