import { isKind, type FlowDefinition, type FlowNode } from '../flow-definition';
import type { FlowProblem } from '../flow-problem';
import { findTemplateError, listTemplateVariables } from '../templates/template';
import { createReport, type NodeReport } from './node-report';
import type { ValidationContext } from './validation-context';
import { createVariablePaths, type VariableState } from './variable-paths';

/** Roots a template may read, and those contact fields Instagram always gives. */
const roots = new Set(['contact', 'account', 'flow', 'message']);
const alwaysThere = new Set(['contact.id', 'contact.instagramUserId', 'contact.username', 'contact.tags']);
const ownKeys = new Set(['id', 'type', 'name', 'connections', 'position']);

/** Broken templates, unknown variables, and variables that may be empty where no default is given. */
export function checkTemplates(
  definition: FlowDefinition,
  problems: FlowProblem[],
  context: Pick<ValidationContext, 'findFlow'>,
): void {
  const paths = createVariablePaths(definition, context);
  definition.nodes.forEach((node, index) => {
    if (isKind(node, 'note')) return;
    const report = createReport(problems, node.id);
    const stateOf = (variable: string): VariableState => paths(variable, index);
    for (const { path, text } of listTexts(node)) checkTemplate(text, path, stateOf, report);
  });
}

function checkTemplate(
  text: string,
  path: string,
  stateOf: (variable: string) => VariableState,
  report: NodeReport,
): void {
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
    } else if (canBeEmpty(variable, root) && !hasDefault(text, variable)) {
      warnOfEmpty(variable, stateOf(variable), path, report);
    }
  }
}

function warnOfEmpty(variable: string, state: VariableState, path: string, report: NodeReport): void {
  if (state === 'set_on_some_paths') {
    report.warn(
      'variable_not_on_every_path',
      path,
      `Give “{{${variable}}}” a default: on some ways to this step nothing has filled it.`,
    );
  } else if (state === 'never_set') {
    report.warn(
      'variable_may_be_empty',
      path,
      `Give “{{${variable}}}” a default: it is empty for some people, such as {{ ${variable} | default: "there" }}.`,
    );
  }
}

function canBeEmpty(variable: string, root: string): boolean {
  return root !== 'account' && root !== 'message' && !alwaysThere.has(variable);
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
