import { Global, Module } from '@nestjs/common';
import { LeakGuardModule } from '@kundig/leak-guard/server';
import { Clock, Environment, Randomness } from '@kundig/platform/server';
import { FileClaims } from './file-claims.js';
import { FilesPersonalData } from './files.personal-data.js';
import { PictureCopies } from './picture-copies.js';
import { FileHolders } from './holders/file-holders.js';
import { FilesController } from './serving/files.controller.js';
import { ReadFileService } from './serving/read-file.service.js';
import { FileRepository } from './storage/file.repository.js';
import { FileStore } from './storage/file-store.js';
import { openFileStore } from './storage/open-file-store.js';
import { FileReader } from './uploads/file-reader.js';
import { SweepUploads } from './uploads/sweep-uploads.job.js';
import { UploadFileService } from './uploads/upload-file.service.js';

/** Pictures and downloads: taken in, kept, handed out behind the rights of what they hang on. */
@Global()
@Module({
  imports: [LeakGuardModule],
  controllers: [FilesController],
  providers: [
    FileClaims,
    FileHolders,
    FileReader,
    FileRepository,
    FilesPersonalData,
    PictureCopies,
    ReadFileService,
    SweepUploads,
    UploadFileService,
    { provide: FileStore, useFactory: openFileStore, inject: [Environment, Clock, Randomness] },
  ],
  exports: [
    FileClaims,
    FileHolders,
    FileReader,
    FileStore,
    PictureCopies,
    ReadFileService,
    UploadFileService,
  ],
})
export class FilesModule {}
