import { Injectable } from '@nestjs/common';
import { FileClaims, filePath, filesNamedIn, ReadFileService } from '@kundig/files/server';
import { ExpectedError, InvalidInput, type RequestContext } from '@kundig/platform/server';

/** Pictures of the site itself: handed in beforehand, named by their path, removed when something takes their place. */
@Injectable()
export class SitePictures {
  constructor(
    private readonly files: ReadFileService,
    private readonly claims: FileClaims,
  ) {}

  /** @param field input field the path came in @throws InvalidInput it names no picture handed in for the site */
  async check(ctx: RequestContext, field: string, path: string): Promise<void> {
    const [id = ''] = filesNamedIn(path);
    const found = await this.files.execute(ctx, id).catch((error: unknown) => {
      if (error instanceof ExpectedError) return null;
      throw error;
    });
    if (found?.file.purpose !== 'site' || filePath(found.file) !== path)
      throw new InvalidInput(field, 'platform:invalid.format');
  }

  /** After the commit. @param path of the picture that is shown nowhere any more, if there was one */
  async discard(ctx: RequestContext, path: string | null): Promise<void> {
    if (path !== null) await this.claims.withdraw(ctx, 'site', path);
  }
}
