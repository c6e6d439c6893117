import { flowTemplates, parseFlowDefinition } from '@instaflow/flow-model';
import { createFromTemplate } from './create-from-template';
import { templateIds } from './load-template';

describe('createFromTemplate', () => {
  it('offers every template of the flow model', () => {
    expect(templateIds).toEqual(['blank', ...flowTemplates.map(({ id }) => id)]);
  });

  it('makes documents the flow model reads', () => {
    for (const { id } of flowTemplates) expect(parseFlowDefinition(createFromTemplate(id))).toBeTruthy();
  });
});
