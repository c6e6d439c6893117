import { isKind, type FlowDefinition, type FlowNode } from '../flow-definition';
import type { FlowProblem } from '../flow-problem';
import { findTemplateError, listTemplateVariables } from '../templates/template';
import { createReport, type NodeReport } from './node-report';

/** Roots a template may read, and those contact fields Instagram always gives. */
const roots = new Set(['contact', 'account', 'flow', 'message']);
const alwaysThere = new Set(['contact.id', 'contact.instagramUserId', 'contact.username', 'contact.tags']);
const ownKeys = new Set(['id', 'type', 'name', 'connections', 'position']);

/** Broken templates, unknown variables, and variables that may be empty where no default is given. */
export function checkTemplates(definition: FlowDefinition, problems: FlowProblem[]): void {
  const asked = listSetVariables(definition);
  for (const node of definition.nodes) {
    if (isKind(node, 'note')) continue;
    const report = createReport(problems, node.id);
    for (const { path, text } of listTexts(node)) checkTemplate(text, path, asked, report);
  }
}

function checkTemplate(text: string, path: string, asked: Set<string>, report: NodeReport): void {
  if (!text.includes('{{') && !text.includes('{%')) return;
  const error = findTemplateError(text);
  if (error !== null) {
    report.error('template_invalid', path, `Correct the variables in this text: ${error}.`);
    return;
  }
  for (const variable of listTemplateVariables(text)) {
    const root = variable.split('.')[0] ?? '';
    if (!roots.has(root)) {
      if (isAssigned(text, root)) continue;
      report.warn(
        'unknown_variable',
        path,
        `Correct “{{${variable}}}”: variables begin with contact, account, flow or message.`,
      );
    } else if (mayBeEmpty(variable, root, asked) && !hasDefault(text, variable)) {
      report.warn(
        'variable_may_be_empty',
        path,
        `Give “{{${variable}}}” a default: it is empty for some people, such as {{ ${variable} | default: "there" }}.`,
      );
    }
  }
}

function mayBeEmpty(variable: string, root: string, asked: Set<string>): boolean {
  if (root === 'account' || root === 'message' || alwaysThere.has(variable)) return false;
  return !asked.has(variable.replace('contact.attributes.', 'contact.'));
}

function hasDefault(text: string, variable: string): boolean {
  const at = text.indexOf(variable);
  const rest = text.slice(at, text.indexOf('}}', at));
  return rest.includes('default') || text.includes('{%');
}

function isAssigned(text: string, name: string): boolean {
  return ['assign', 'capture', 'for', 'increment', 'decrement'].some((tag) =>
    text.includes(`${tag} ${name}`),
  );
}

/** Variables that the flow itself fills. */
function listSetVariables(definition: FlowDefinition): Set<string> {
  const names = definition.nodes.flatMap((node) => {
    if (isKind(node, 'get_input')) return node.saveToAttribute ? [node.saveToAttribute] : [];
    if (isKind(node, 'external_api_call')) return (node.saveResponse ?? []).map(({ attribute }) => attribute);
    return isKind(node, 'set_attribute') && node.attribute ? [node.attribute] : [];
  });
  return new Set(names.map((name) => (name.startsWith('flow.') ? name : `contact.${name}`)));
}

function listTexts(node: FlowNode): { path: string; text: string }[] {
  const texts: { path: string; text: string }[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value === 'string') texts.push({ path, text: value });
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) visit(child, path === '' ? key : `${path}.${key}`);
  };
  for (const [key, value] of Object.entries(node)) if (!ownKeys.has(key)) visit(value, key);
  return texts;
}
