import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { functions } from './index';

const filesWithFunctions = (): string[] =>
  readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .filter((name) => readFileSync(join(__dirname, name), 'utf8').includes('CREATE OR REPLACE FUNCTION'));

describe('functions of the schema', () => {
  it('are all listed, one to a file', () => {
    expect(functions).toHaveLength(filesWithFunctions().length);
    expect(new Set(functions).size).toBe(functions.length);
  });

  it('can replace those of an older program', () => {
    for (const statement of functions) {
      expect(statement.match(/CREATE (OR REPLACE )?FUNCTION/g)).toEqual(['CREATE OR REPLACE FUNCTION']);
      expect(statement).not.toMatch(/CREATE TRIGGER/);
    }
  });
});
