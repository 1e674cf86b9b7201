import helmet from '@fastify/helmet';
import { nestLogger, type Logger } from '@dialogue/observability';
import { Logger as NestLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

import { AppModule } from './app.module.js';
import { documentationOf, serveDocumentation } from './documentation.js';
import { ErrorFilter } from './errors/error.filter.js';
import { readFiles } from './http/file-body.js';
import { helmetOptions } from './http/helmet-options.js';
import type { HttpServer } from './http/http.js';
import { requestIdOf, watchRequests } from './http/request-log.js';
import { watchRoutes } from './http/route-methods.js';
import type { Services } from './tokens.js';

/** The largest body that is read; what people write is measured in kilobytes. */
const bodyBytes = 256 * 1024;
/** How long a request may take to come in; Fastify's own default is for ever, which a slow sender would use up. */
const requestMs = 30_000;

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
  });
  const server = adapter.getInstance<HttpServer>();
  // Fastify reads plain text unasked; here a body is JSON, or a file where one is taken, or it is told so.
  server.removeContentTypeParser('text/plain');
  readFiles(server);
  watchRequests(server, logger);
  const methodsOf = watchRoutes(server);
  NestLogger.overrideLogger(nestLogger(logger));
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.over(services), adapter);
  await app.register(helmet, helmetOptions);
  app.useGlobalFilters(new ErrorFilter(logger, methodsOf));
  serveDocumentation(app, documentationOf(app));
  await app.init();
  await adapter.getInstance<{ ready(): Promise<unknown> }>().ready();
  return app;
}
