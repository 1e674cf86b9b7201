import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { nestLogger, type Logger } from '@dialogue/observability';
import { Logger as NestLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

import { AppModule } from './app.module.js';
import { documentationOf, serveDocumentation } from './documentation.js';
import { ErrorFilter } from './errors/error.filter.js';
import { readFiles } from './http/file-body.js';
import { helmetOptions } from './http/helmet-options.js';
import type { HttpReply, HttpRequest, HttpServer } from './http/http.js';
import { requestIdOf, watchRequests } from './http/request-log.js';
import { watchRoutes } from './http/route-methods.js';
import { readStreams } from './http/stream-body.js';
import type { Services } from './tokens.js';

/** The largest body that is read; what people write is measured in kilobytes. */
const bodyBytes = 256 * 1024;
/** How long a request may take to come in, a file of 20 MB over a slow line included; Fastify's own default is for ever, which a slow sender would use up. */
const requestMs = 120_000;

/** The whole API over its services, not yet listening. The trusted proxies are in the words of `proxy-addr`. */
export async function createApp(
  services: Services,
  logger: Logger,
  trustedProxies = 'loopback',
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: bodyBytes,
    requestTimeout: requestMs,
    genReqId: requestIdOf,
    // Only these may say for whom they speak: logging in is slowed down by the address of the person.
    trustProxy: trustedProxies,
    forceCloseConnections: 'idle',
    // An address that is none would otherwise come back in the words of Fastify, with all that stands in it.
    frameworkErrors: (error: unknown, request: HttpRequest, reply: object) => {
      // eslint-disable-next-line house/no-assertion -- Fastify's reply, whose bodies its types bind to a route; here there is none
      filter.answer(error, request, reply as HttpReply);
    },
  });
  const server = adapter.getInstance<HttpServer>();
  // Fastify reads plain text unasked; here a body is JSON, or a file where one is taken, or it is told so.
  server.removeContentTypeParser('text/plain');
  readFiles(server);
  readStreams(server, '/v1/files');
  watchRequests(server, logger);
  const filter = new ErrorFilter(logger, watchRoutes(server));
  NestLogger.overrideLogger(nestLogger(logger));
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.over(services), adapter);
  await app.register(helmet, helmetOptions);
  // Only what asks for the parts of a form gets them; for every other route such a body is none.
  await app.register(multipart);
  app.useGlobalFilters(filter);
  serveDocumentation(app, documentationOf(app));
  await app.init();
  await adapter.getInstance<{ ready(): Promise<unknown> }>().ready();
  return app;
}
