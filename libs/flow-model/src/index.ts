export * from './json-value';
export * from './connection-condition';
export * from './kinds/button';
export * from './kinds/weekly-window';
export * from './kinds/condition-rule';
export type { Outlet } from './kinds/outlet';
export { listOutlets } from './kinds/list-outlets';
export { canBeDisabled, isDisabled } from './kinds/is-disabled';
export { findWayPast } from './kinds/find-way-past';
export * from './kinds/node-kinds';
export { createNode } from './kinds/create-node';
export * from './flow-group';
export * from './flow-definition';
export * from './flow-problem';
export * from './parse/parse-flow-definition';
export { flowLimits } from './parse/limits';
export { flowOperationSchema, type FlowOperation } from './operations/flow-operation';
export type { AppliedOperation } from './operations/operation-result';
export { applyOperation, applyOperations } from './operations/apply-operation';
export { alignNodes, alignments, type Alignment, type NodeBox } from './operations/align-nodes';
export { checkReplacement } from './operations/check-replacement';
export {
  describeOperations,
  type OperationLabel,
  type OperationLabelKey,
} from './operations/describe-operations';
export { copyFragment, pasteFragment, type FlowFragment } from './operations/fragment';
export { planExtraction, type Extraction, type ExtractionRefusal } from './extract/plan-extraction';
export { replaceByCall, toFlowOfItsOwn } from './extract/replace-by-call';
export { mergeFlows, type MergedFlow } from './merge/merge-flows';
export type { ConflictSide, FlowConflict } from './merge/flow-conflict';
export { resolveConflict } from './merge/resolve-conflict';
export { diffFlows, isSameBehaviour, type FlowDiff, type NodeChange, type NodeRef } from './diff/diff-flows';
export type { FieldChange } from './diff/diff-fields';
export type { EdgeChange } from './diff/diff-edges';
export type { ChangeWords } from './diff/describe-node-change';
export { explainImpact, type PeopleImpact, type StandingPeople } from './diff/explain-impact';
export * from './flow-tests/flow-test-move';
export * from './flow-tests/flow-test';
export * from './bundle/flow-bundle';
export {
  readFlowFile,
  type FileProblem,
  type LoadedBundle,
  type LoadedFlow,
  type ReadFlowFile,
} from './bundle/read-flow-file';
export { describeRequirements, type BundleRequirements, type UsePlace } from './bundle/describe-requirements';
export { mapToNewIds, remapBundle, type BundleMapping } from './bundle/remap-bundle';
export { removeSecrets } from './bundle/secrets';
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
export { findTemplate, templateGallery } from './templates/gallery/gallery';
export {
  templateAudiences,
  type GalleryTemplate,
  type TemplateAudience,
} from './templates/gallery/gallery-template';
export * from './builders';
