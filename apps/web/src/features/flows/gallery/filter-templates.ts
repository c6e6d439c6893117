import type { FlowTemplate } from '@instaflow/contracts';

export type TemplateCategory = FlowTemplate['category'];
export const templateCategories: readonly TemplateCategory[] = ['shops', 'creators', 'agencies'];

/** Templates of a category in which every word of the search stands, in name, description or keywords. */
export function filterTemplates(
  templates: readonly FlowTemplate[],
  { search, category }: { search: string; category: TemplateCategory | undefined },
): FlowTemplate[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return templates.filter((template) => {
    if (category !== undefined && template.category !== category) return false;
    const keywords = template.bundle.flows.flatMap(({ triggers = [] }) =>
      triggers.map(({ keyword }) => keyword ?? ''),
    );
    const text = [template.name, template.description, ...keywords].join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
