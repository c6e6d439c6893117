import { DefaultNamingStrategy } from 'typeorm';

/** `customAttributes` in entities is `custom_attributes` in the database. */
export class SnakeCaseNaming extends DefaultNamingStrategy {
  override columnName(property: string, customName: string | undefined, prefixes: string[]): string {
    return [...prefixes, customName ?? property].map(toSnakeCase).join('_');
  }

  override joinColumnName(relation: string, referencedColumn: string): string {
    return toSnakeCase(`${relation}_${referencedColumn}`);
  }
}

function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
