import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';

import { ApiError, type FieldProblem } from '../errors/api-error.js';
import { unknownField } from './validation.vi.js';

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** Validates what has a `{ schema }` (AP2); every problem at once, by field, in the language of the schema. */
@Injectable()
export class SchemaPipe implements PipeTransform {
  async transform(value: unknown, { schema, type, data }: ArgumentMetadata): Promise<unknown> {
    if (schema === undefined) return value;
    // No body at all is an empty one: its missing fields are then named one by one.
    const result = await schema['~standard'].validate(type === 'body' ? (value ?? {}) : value);
    if (result.issues === undefined) return result.value;
    throw new ApiError('request.invalid', { fields: problemsIn(result.issues, data) });
  }
}

/** What is wrong with what was given, by field; a name stands before all of them. */
export function problemsIn(issues: readonly Issue[], name?: string): readonly FieldProblem[] {
  return issues.flatMap((issue) => fieldProblems(issue, name));
}

/** A parameter of the path has its own name; everything else is named from within. */
function fieldProblems(issue: Issue, name: string | undefined): readonly FieldProblem[] {
  const inner = (issue.path ?? []).map((segment) => String(typeof segment === 'object' ? segment.key : segment));
  const path = name === undefined ? inner : [name, ...inner];
  const keys: unknown = Reflect.get(issue, 'keys');
  if (Reflect.get(issue, 'code') !== 'unrecognized_keys' || !Array.isArray(keys))
    return [{ path: path.join('.'), message: issue.message }];
  return keys.map((key) => ({ path: [...path, String(key)].join('.'), message: unknownField }));
}
