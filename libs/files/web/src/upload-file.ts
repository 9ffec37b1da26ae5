import { localePrefix, type PageLocale } from '@kundig/web-kit';

/** What a file is for; who may hand it in and who may read it follows from that. */
export type FilePurpose = 'post' | 'portrait' | 'article' | 'site';

/** A file the server has taken in. */
export interface UploadedFile {
  id: string;
  /** Path, as texts and settings keep it. */
  url: string;
  kind: 'image' | 'pdf' | 'text';
  /** In pixels; null for downloads. */
  width: number | null;
  height: number | null;
  bytes: number;
}

export interface UploadOptions {
  locale: PageLocale;
  /** Token of the session, from `usePageRuntime`. */
  formToken: string | undefined;
  /** Told how much is on its way, from 0 to 1. */
  onProgress?(share: number): void;
  signal?: AbortSignal;
}

/** The server took no file; the message is in words for the person, empty where the server could not be reached. */
export class UploadRefused extends Error {}

/**
 * Hands in one file.
 * @throws UploadRefused
 */
export function uploadFile(file: Blob, purpose: FilePurpose, options: UploadOptions): Promise<UploadedFile> {
  const { locale, formToken, onProgress, signal } = options;
  return new Promise((resolve, reject) => {
    // `fetch` does not tell how much of a body has left.
    const request = new XMLHttpRequest();
    request.open('POST', `${localePrefix(locale)}/files?purpose=${purpose}`);
    if (formToken) request.setRequestHeader('x-kundig-form', formToken);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(loaded / total);
    request.onload = () => {
      const answer = request.response as (UploadedFile & { message?: string }) | null;
      if (request.status === 201 && answer) resolve(answer);
      else reject(new UploadRefused(answer?.message ?? ''));
    };
    request.onerror = request.onabort = () => reject(new UploadRefused(''));
    signal?.addEventListener('abort', () => request.abort());
    const body = new FormData();
    body.append('file', file, 'file'); // its name stays here
    request.send(body);
  });
}
