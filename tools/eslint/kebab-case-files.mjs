import { basename } from 'node:path';

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

/** File names in kebab-case, React components too; dots only before a framework role or the extension. */
export const kebabCaseFiles = {
  meta: { type: 'suggestion', schema: [], messages: { name: '{{name}} is not in kebab-case.' } },
  create(context) {
    return {
      Program(node) {
        const name = basename(context.filename);
        if (!kebabCase.test(name)) context.report({ node, messageId: 'name', data: { name } });
      },
    };
  },
};
