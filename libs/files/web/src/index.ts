export { AttachFiles } from './AttachFiles.js';
export { ChoosePicture } from './ChoosePicture.js';
export { filesMessages } from './messages.js';
export {
  UploadRefused,
  uploadFile,
  type FilePurpose,
  type UploadedFile,
  type UploadOptions,
} from './upload-file.js';
export { UploadPicture } from './UploadPicture.js';
