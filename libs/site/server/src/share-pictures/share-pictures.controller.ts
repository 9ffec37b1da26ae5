import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { Access, Ctx, RequestContext } from '@kundig/platform/server';
import type { Request, Response } from 'express';
import { SharePictures, type SharePicture } from './share-pictures.js';

/** Seconds for which others may show a picture without asking again: what is hidden now goes from there, too. */
const KEPT_FOR = 600;

/** The pictures that pages name as `og:image`. */
@Controller()
export class SharePicturesController {
  constructor(private readonly pictures: SharePictures) {}

  @Get(['share/community.png', 'en/share/community.png'])
  @Access.public()
  async community(
    @Ctx() { locale }: RequestContext,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    send(request, response, await this.pictures.ofCommunity(locale));
  }

  /** @param kind of a page, such as `thread` @param id its public id */
  @Get(['share/:kind/:id.png', 'en/share/:kind/:id.png'])
  @Access.public()
  async page(
    @Ctx() { locale }: RequestContext,
    @Param('kind') kind: string,
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    send(request, response, await this.pictures.ofPage(locale, kind, id));
  }
}

function send(request: Request, response: Response, { bytes, digest }: SharePicture): void {
  response.set('Cache-Control', `public, max-age=${KEPT_FOR}`).set('ETag', `"${digest}"`).type('png');
  if (request.fresh) response.status(304).end();
  else response.send(bytes);
}
