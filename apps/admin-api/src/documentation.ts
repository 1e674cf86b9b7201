import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';

import { components } from './http/components.js';
import { documentTexts } from './http/operations.vi.js';
import { tagTexts } from './http/tags.vi.js';

/** The description of the API in OpenAPI 3.0: the same for every start, so that it can be committed and compared. */
export function documentationOf(app: INestApplication): OpenAPIObject {
  const outline = new DocumentBuilder()
    .setTitle(documentTexts.title)
    .setDescription(documentTexts.description)
    .setVersion('1')
    .addBearerAuth();
  for (const [tag, text] of Object.entries(tagTexts)) outline.addTag(tag, text);
  const document = SwaggerModule.createDocument(app, outline.build(), { autoTagControllers: false });
  const schemas = Object.fromEntries(Object.entries(components).map(([name, schema]) => [name, jsonSchema(schema)]));
  return {
    ...document,
    components: { ...document.components, schemas: { ...document.components?.schemas, ...schemas } },
  };
}

/** Serves the document and its reading room. */
export function serveDocumentation(app: INestApplication, document: OpenAPIObject): void {
  SwaggerModule.setup('docs', app, document, { jsonDocumentUrl: 'openapi.json', raw: ['json'] });
}

function jsonSchema(schema: z.ZodType): object {
  return z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'output' });
}
