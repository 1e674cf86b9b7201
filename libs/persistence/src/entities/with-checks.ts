import { Check } from 'typeorm';

/**
 * Names the CHECK constraints of a table, so that the schema builder finds none missing and none too many. What they
 * demand stands in the migration alone: nobody synchronises from here (ADR-0008).
 */
export function WithChecks(...names: readonly string[]): ClassDecorator {
  return (target) => {
    for (const name of names) Check(name, 'see the migration')(target);
  };
}
