import { canDo } from './can-do';

describe('canDo', () => {
  it('lets an agent answer people and nothing else', () => {
    expect(canDo('agent', 'answerPeople')).toBe(true);
    expect(canDo('agent', 'readAnything')).toBe(false);
    expect(canDo('agent', 'editFlows')).toBe(false);
  });

  it('lets a viewer only read', () => {
    expect(canDo('viewer', 'readAnything')).toBe(true);
    expect(canDo('viewer', 'answerPeople')).toBe(false);
  });

  it('keeps accounts to admins and owners', () => {
    expect(canDo('editor', 'manageAccounts')).toBe(false);
    expect(canDo('admin', 'manageAccounts')).toBe(true);
  });
});
