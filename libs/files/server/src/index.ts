import type { LocaleTexts } from '@kundig/platform/server';
import de from './locales/de.json' with { type: 'json' };
import du from './locales/du.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };

export { FileClaims, type FileClaim } from './file-claims.js';
export type { CopyShape } from './content/copy-as-png.js';
export { loadSharp } from './content/picture-library.js';
export { Turns } from './content/turns.js';
export { FILE_LIMITS } from './files.limits.js';
export { FilesModule } from './files.module.js';
export { FileHolders, type Audience, type FileHolder } from './holders/file-holders.js';
export { CreateFiles1795000210000 } from './migrations/1795000210000-create-files.js';
export { HangPicturesOnArticles1795000360001 } from './migrations/1795000360001-hang-pictures-on-articles.js';
export { ReadFileService, type ReadableFile } from './serving/read-file.service.js';
export { PictureCopies } from './picture-copies.js';
export { DiskFileStore } from './storage/disk-file-store.js';
export type { PublishedFile } from './storage/file.repository.js';
export { FileStore, type StoredContent } from './storage/file-store.js';
export { S3FileStore, type S3Options } from './storage/s3-file-store.js';
export {
  FILE_PURPOSES,
  filePath,
  filesNamedIn,
  type FileKind,
  type FilePurpose,
  type StoredFile,
} from './stored-file.js';
export { FileReader } from './uploads/file-reader.js';
export { UploadFileService } from './uploads/upload-file.service.js';

/** Server-side texts about files. */
export const filesTexts: LocaleTexts = { de, du, en };
