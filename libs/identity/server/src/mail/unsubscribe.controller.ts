import { BadRequestException, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Access, Ctx, InvalidInput, type RequestContext } from '@kundig/platform/server';
import { UnsubscribeService } from './unsubscribe.service.js';

const LONGEST_TOKEN = 300;

/** Where mail programs post to when somebody presses their unsubscribe button (RFC 8058); a GET changes nothing. */
@Controller('mail/unsubscribe')
export class UnsubscribeController {
  constructor(private readonly unsubscribe: UnsubscribeService) {}

  @Post(':token')
  @HttpCode(204)
  @Access.public()
  async oneClick(@Ctx() ctx: RequestContext, @Param('token') token: string): Promise<void> {
    await this.unsubscribe.execute(ctx, token.slice(0, LONGEST_TOKEN)).catch((error: unknown) => {
      throw error instanceof InvalidInput ? new BadRequestException() : error;
    });
  }
}
