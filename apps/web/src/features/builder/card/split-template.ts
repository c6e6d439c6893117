export type TemplatePart =
  { kind: 'text'; text: string } | { kind: 'variable'; name: string; source: string };

const output = /\{\{\s*([^{}|]*?)\s*(\|[^{}]*)?\}\}/g;

/** Cuts a template into plain text and `{{ variables }}`; joined again, the sources give the text back exactly. */
export function splitTemplate(template: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const match of template.matchAll(output)) {
    if (match.index > end) parts.push({ kind: 'text', text: template.slice(end, match.index) });
    parts.push({ kind: 'variable', name: match[1] ?? '', source: match[0] });
    end = match.index + match[0].length;
  }
  if (end < template.length) parts.push({ kind: 'text', text: template.slice(end) });
  return parts;
}
