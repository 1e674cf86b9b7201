import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';

import { RateLimited } from '../auth/rate-limits.js';
import { Public } from '../auth/route-access.js';
import { ApiError } from '../errors/api-error.js';
import type { HttpReply, HttpRequest } from '../http/http.js';
import { SERVICES, type Services } from '../tokens.js';
import { segment } from './link.schemas.js';
import type { LinkAnswer, LinkVisit } from './links.service.js';
import { formLimits, readParts, type ReadForm } from './sent-form.js';

/** Where the link of a letter leads: on to the pages behind it, whose addresses hold no token. */
@ApiExcludeController()
@Controller('l')
@RateLimited('link')
export class LinkOpeningController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get(':token')
  @Public()
  async open(@Param('token', { schema: segment }) token: string, @Res() reply: HttpReply): Promise<void> {
    answer(reply, await this.services.links.open(token));
  }
}

/**
 * The pages that a body reaches by the link of its letter: no account, no script. Pages for people are not in the
 * documentation of the API.
 */
@ApiExcludeController()
@Controller('viec')
@RateLimited('link')
export class LinkPagesController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get()
  @Public()
  async overview(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    answer(reply, await this.services.links.overview(visitOf(request)));
  }

  @Get('xong')
  @Public()
  async done(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    answer(reply, await this.services.links.done(visitOf(request)));
  }

  @Get('tep/:id')
  @Public()
  async file(
    @Req() request: HttpRequest,
    @Param('id', { schema: segment }) id: string,
    @Res() reply: HttpReply,
  ): Promise<void> {
    answer(reply, await this.services.links.file(visitOf(request), id));
  }

  @Get(':act')
  @Public()
  async form(
    @Req() request: HttpRequest,
    @Param('act', { schema: segment }) act: string,
    @Res() reply: HttpReply,
  ): Promise<void> {
    answer(reply, await this.services.links.form(visitOf(request), act));
  }

  @Post(':act')
  @Public()
  async act(
    @Req() request: HttpRequest,
    @Param('act', { schema: segment }) act: string,
    @Res() reply: HttpReply,
  ): Promise<void> {
    answer(reply, await this.services.links.act(visitOf(request), act, formOf(request)));
  }
}

function visitOf({ headers }: HttpRequest): LinkVisit {
  return { cookie: headers['cookie'], fetchSite: headers['sec-fetch-site'] };
}

function formOf(request: HttpRequest): ReadForm {
  return async (keep) => {
    if (!request.isMultipart()) throw new ApiError('request.media_type_unsupported');
    return readParts(request.parts({ limits: formLimits, throwFileSizeLimit: false }), keep);
  };
}

function answer(reply: HttpReply, { status, headers, body }: LinkAnswer): void {
  void reply.status(status).headers(headers).send(body);
}
