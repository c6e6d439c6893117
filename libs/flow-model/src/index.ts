export * from './json-value';
export * from './connection-condition';
export * from './kinds/button';
export * from './kinds/weekly-window';
export * from './kinds/condition-rule';
export type { Outlet } from './kinds/outlet';
export { listOutlets } from './kinds/list-outlets';
export * from './kinds/node-kinds';
export { createNode } from './kinds/create-node';
export * from './flow-definition';
export * from './flow-problem';
export * from './parse/parse-flow-definition';
export { flowLimits } from './parse/limits';
export { flowOperationSchema, type FlowOperation } from './operations/flow-operation';
export type { AppliedOperation } from './operations/operation-result';
export { applyOperation, applyOperations } from './operations/apply-operation';
export { validateFlow, isPublishable } from './validation/validate-flow';
export type { ValidationContext } from './validation/validation-context';
export { instagramLimits, countUtf8Bytes } from './validation/instagram-limits';
export { waitsForAnswer } from './validation/pauses';
export { maxWaitSeconds } from './validation/max-wait';
export {
  renderTemplate,
  renderUrlTemplate,
  findTemplateError,
  listTemplateVariables,
  type RenderedTemplate,
} from './templates/template';
export { callLimits } from './calls/call-limits';
export { isCallHeader } from './calls/call-headers';
export { parseBodyTemplate, type BodyTemplate } from './calls/parse-body-template';
export { parseResponsePath, readResponsePath } from './calls/response-path';
export { readJson } from './parse/read-json';
export { compilePattern, isValidPattern } from './patterns/compile-pattern';
export * from './templates/flow-templates';
export * from './builders';
